// Does in a folder what an engine does with our Dockerfile in an image, where no engine is to be had.
import { execFile } from 'node:child_process';
import { cp, mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { type DockerStage, type DockerStep, readCopy } from './dockerfile.ts';

const run = promisify(execFile);

/** The stages, the folder the Dockerfile is in, and an empty folder to build in. */
type Build = { readonly stages: readonly DockerStage[]; readonly context: string; readonly target: string };

/** Runs every stage. Answers with the working folder and the settings of the last one: what a container starts with. */
export async function buildInFolder({ stages, context, target }: Build) {
  let workDir = target;
  let environment: Record<string, string> = {};
  const roots = new Map<string, string>();
  for (const [index, stage] of stages.entries()) {
    const root = join(target, String(index));
    roots.set(stage.name ?? String(index), root);
    workDir = root;
    environment = {};
    for (const step of stage.steps) {
      if (step.instruction === 'WORKDIR') workDir = join(root, step.rest);
      if (step.instruction === 'ENV') Object.assign(environment, setting(step.rest));
      await mkdir(workDir, { recursive: true });
      if (step.instruction === 'COPY') await copy({ step, from: sourceOf(step, { context, roots }), workDir });
      if (step.instruction === 'RUN') await run('/bin/sh', ['-c', step.rest], { cwd: workDir, timeout: 300_000 });
    }
  }
  return { workDir, environment };
}

function sourceOf(
  step: DockerStep,
  { context, roots }: { context: string; roots: ReadonlyMap<string, string> },
): string {
  const from = step.flags.from;
  return from === undefined ? context : (roots.get(from) ?? '');
}

type CopyStep = { readonly step: DockerStep; readonly from: string; readonly workDir: string };

/** Like the engine: a folder's content goes into the target, a file keeps its name when the target is a folder. */
async function copy({ step, from, workDir }: CopyStep): Promise<void> {
  const { sources, target } = readCopy(step);
  for (const source of sources) {
    const isFile = (await stat(join(from, source))).isFile();
    const place = target.endsWith('/') && isFile ? join(target, basename(source)) : target;
    await cp(join(from, source), join(workDir, place), { recursive: true });
  }
}

function setting(rest: string): Record<string, string> {
  const [name = '', ...value] = rest.split('=');
  return { [name]: value.join('=') };
}
