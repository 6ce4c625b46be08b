# The image that runs Downbeat against Slack: Node, production dependencies, our code and its data. Nothing is compiled.

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No scripts: what has native code comes as ready-made files, so no build tools are needed.
RUN npm ci --omit=dev --ignore-scripts
# The cuts of the fonts that no picture uses are 70 MB (src/diagrams/fonts.ts names those that one does).
RUN find node_modules/@embedpdf \( -name '*.otf' -o -name '*.ttf' \) ! -name '*-Regular.*' ! -name 'NotoSans-Bold.ttf' -delete

FROM node:24-slim
ENV NODE_ENV=production
ENV PORT=3000
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY knowledge ./knowledge
COPY prompts ./prompts
COPY src ./src
# The image's user "node", by number, so that a cluster can see that it is not root. All files belong to root: read-only.
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --start-interval=1s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Little room for young objects: a start fills whatever it is given, and the engine keeps it (docs/performance.md, Memory).
CMD ["node", "--max-semi-space-size=8", "src/main.ts"]
