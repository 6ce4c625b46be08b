// Reads a Dockerfile into its stages and steps: the part of the format that ours uses, and an error for the rest.
import { z } from 'zod';

/** One instruction: `COPY`, its flags (`--from`), and the rest of its line. */
export type DockerStep = {
  readonly instruction: string;
  readonly flags: Readonly<Record<string, string>>;
  readonly rest: string;
};

/** One `FROM` and the steps up to the next. */
export type DockerStage = {
  readonly base: string;
  readonly name: string | null;
  readonly steps: readonly DockerStep[];
};

const KNOWN = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'];
const execForm = z.array(z.string()).min(1);

/** The stages of a Dockerfile, in order. Throws on an instruction it does not know. */
export function readDockerfile(text: string): readonly DockerStage[] {
  const stages: { base: string; name: string | null; steps: DockerStep[] }[] = [];
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  for (const line of lines) {
    const step = readStep(line);
    if (step.instruction === 'FROM') {
      const [base = '', , name = null] = step.rest.split(/\s+/);
      stages.push({ base, name, steps: [] });
    } else {
      const stage = stages.at(-1);
      if (stage === undefined) throw new Error(`Before the first FROM: ${line}`);
      stage.steps.push(step);
    }
  }
  return stages;
}

/** The words of a command in exec form. Throws on the shell form, which would put a shell between us and the signals. */
export function readExecForm(rest: string): readonly string[] {
  return execForm.parse(JSON.parse(rest.replace(/^CMD\s+/, '')));
}

/** What a `COPY` step copies, and where to. */
export function readCopy(step: DockerStep): { readonly sources: readonly string[]; readonly target: string } {
  const words = step.rest.split(/\s+/);
  return { sources: words.slice(0, -1), target: words.at(-1) ?? '' };
}

function readStep(line: string): DockerStep {
  const [, instruction = '', tail = ''] = /^(\w+)\s+(.*)$/.exec(line.trim()) ?? [];
  if (!KNOWN.includes(instruction)) throw new Error(`Not an instruction we use: ${line}`);
  const flags: Record<string, string> = {};
  let rest = tail.trim();
  for (let flag = /^--([\w-]+)=(\S+)\s+/.exec(rest); flag !== null; flag = /^--([\w-]+)=(\S+)\s+/.exec(rest)) {
    const [all, name = '', value = ''] = flag;
    flags[name] = value;
    rest = rest.slice(all.length);
  }
  return { instruction, flags, rest };
}
