// Debian's package tools, kept to a folder of our own: own lists, own cache, the system's state only read.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';

/** One package to fetch, at the version the lists offer. */
export type DebianPackage = { readonly name: string; readonly version: string };

/** Hooks that system-wide settings hang on `apt-get update`; they would clean or rebuild the system's own caches. */
const NO_HOOKS = [
  '#clear APT::Update::Pre-Invoke;',
  '#clear APT::Update::Post-Invoke;',
  '#clear APT::Update::Post-Invoke-Success;',
  '',
].join('\n');

/** Indexes that some systems add and that have no use here: descriptions, sources, lists of files. */
const SMALL_LISTS = [
  'Acquire::Languages=none',
  'Acquire::GzipIndexes=true',
  'Acquire::IndexTargets::deb-src::Sources::DefaultEnabled=false',
  'Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false',
  'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
];

/** `workDir` is an empty folder for lists and package files; `searchPath` is where apt-get, apt-cache and dpkg are. */
type DebianPackagesOptions = { readonly workDir: string; readonly searchPath: string };

/** Package lists and files in a folder of our own. Works as an ordinary user. Every method throws when its tool fails. */
export class DebianPackages {
  readonly #workDir: string;
  readonly #searchPath: string;

  constructor({ workDir, searchPath }: DebianPackagesOptions) {
    this.#workDir = workDir;
    this.#searchPath = searchPath;
  }

  /**
   * Fetches the lists of the sources this system is set up with. A source that fails does not matter while another
   * one has the package, so only the later steps tell whether it went well.
   */
  async updateLists(): Promise<void> {
    await mkdir(join(this.#workDir, 'lists', 'partial'), { recursive: true });
    await mkdir(join(this.#workDir, 'archives', 'partial'), { recursive: true });
    await writeFile(join(this.#workDir, 'no-hooks.conf'), NO_HOOKS);
    await this.#apt('apt-get', ['update']).catch(() => undefined);
  }

  /**
   * The packages that make `server` run here: itself, the libraries it links to (even those the system has, so that
   * what is unpacked stays whole when the system changes) and whatever those miss. The C library is the system's.
   */
  async neededBy(server: string): Promise<readonly DebianPackage[]> {
    const tools = server.replace('-server', '-tools');
    const depends = await this.#apt('apt-cache', ['depends', '--important', server, tools]);
    const libraries = [...depends.matchAll(/Depends: ((?:lib|lua)\S+)/g)].map(([, name = '']) => name);
    const asked = [server, tools, ...new Set(libraries.filter(isOurs))];
    const plan = await this.#apt('apt-get', [
      'install',
      '--simulate',
      '--reinstall',
      '--no-install-recommends',
      ...asked,
    ]);
    const packages = readPlan(plan);
    if (!packages.some(({ name }) => name === server)) throw new Error(`The package lists offer no ${server}.`);
    return packages;
  }

  /** Fetches the packages, whose signatures apt-get checks, and unpacks them under `root`. Runs none of their scripts. */
  async unpack(packages: readonly DebianPackage[], root: string): Promise<void> {
    await this.#apt('apt-get', ['download', ...packages.map(({ name, version }) => `${name}=${version}`)]);
    const files = (await readdir(this.#workDir)).filter((name) => name.endsWith('.deb'));
    for (const file of files) {
      await runProgram({ name: 'dpkg', args: ['-x', file, root], searchPath: this.#searchPath, cwd: this.#workDir });
    }
  }

  #apt(tool: 'apt-get' | 'apt-cache', args: readonly string[]): Promise<string> {
    const settings = [
      `Dir::State=${this.#workDir}`,
      `Dir::State::lists=${join(this.#workDir, 'lists')}`,
      'Dir::State::status=/var/lib/dpkg/status',
      `Dir::Cache=${this.#workDir}`,
      `Dir::Log=${this.#workDir}`,
      'Acquire::http::Timeout=15',
      'Acquire::https::Timeout=15',
      'Acquire::Retries=1',
      ...SMALL_LISTS,
      // As root, apt-get would fetch as a user who may not write to our folder. Anybody else fetches as themselves.
      'APT::Sandbox::User=root',
    ];
    return runProgram({
      name: tool,
      args: ['-c', join(this.#workDir, 'no-hooks.conf'), ...settings.flatMap((setting) => ['-o', setting]), ...args],
      searchPath: this.#searchPath,
      cwd: this.#workDir,
    });
  }
}

/** Reads the "Inst" lines of a simulated install. Packages for every architecture ("all") hold no programs. */
function readPlan(plan: string): readonly DebianPackage[] {
  const lines = plan.matchAll(/^Inst (\S+) (?:\[\S+\] )?\((\S+) .*\[(\w+)\]\)/gm);
  return [...lines].flatMap(([, name = '', version = '', architecture]) =>
    architecture !== 'all' && isOurs(name) ? [{ name, version }] : [],
  );
}

/** Tells whether a package is the server, its tools or a library; a plan may also move what others build with. */
function isOurs(name: string): boolean {
  return /^(redis|valkey|lib|lua)/.test(name) && !/^libc6\b|-dev$/.test(name);
}
