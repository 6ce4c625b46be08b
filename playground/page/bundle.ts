// Builds the workspace page in memory: one script, one style sheet and the document that asks for them.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** The page ready to be served: `html` at `/`, `js` at `/page.js`, `css` at `/page.css`. */
export type PageBundle = { readonly html: string; readonly js: string; readonly css: string };

const entry = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Downbeat playground</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
</head>
<body>
<div id="root"></div>
<script type="module" src="/page.js"></script>
</body>
</html>
`;

/**
 * The renderer's sheet is scoped by an id, which it repeats for every message, and brings its own fonts. The class
 * (three times, to stay stronger than the sheet's own resets) and the page's font take their place.
 */
const tamedRendererStyles: Plugin = {
  name: 'tamed-renderer-styles',
  setup(context) {
    context.onLoad({ filter: /slack-blocks-to-jsx\/dist\/style\.css$/ }, async ({ path }) => {
      const sheet = await readFile(path, 'utf8');
      const contents = sheet
        .replaceAll('#slack_blocks_to_jsx', '.slack_blocks_to_jsx'.repeat(3))
        .replace(/font-family:-apple-system[^;}]*!important/, 'font-family:inherit');
      return { contents, loader: 'css' };
    });
  },
};

/**
 * Bundles `main.tsx` and `styles/page.css` with everything they import. About half a second, so nothing is kept on
 * disk. Throws esbuild's error, which names file and line, when the page does not build.
 */
export async function bundlePage(): Promise<PageBundle> {
  const result = await build({
    entryPoints: { page: entry('./main.tsx'), styles: entry('./styles/page.css') },
    bundle: true,
    write: false,
    outdir: 'page',
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [tamedRendererStyles],
    logLevel: 'silent',
  });
  const text = (suffix: string) => result.outputFiles.find((file) => file.path.endsWith(suffix))?.text ?? '';
  return { html, js: text('page.js'), css: text('styles.css') };
}
