// Reads the objects of one array out of a JSON text that is still arriving, each as soon as it is complete.

/** How reading went so far. */
export type ReadingState = 'reading' | 'complete' | 'malformed';

/** Reads `{"<key>": [{…}, {…}]}` piece by piece. */
export type ArrayReader = {
  /** Takes the next piece of text; answers the objects it completed, in order. */
  push(piece: string): readonly unknown[];
  /** `malformed` also when the outermost object ended without the array. */
  readonly state: ReadingState;
};

const opening: Readonly<Record<string, string>> = { '}': '{', ']': '[' };

/**
 * A reader for the array under a key of the outermost object. Anything before that object is skipped (some servers
 * put a fence around JSON) and anything after it ignored. `longest` bounds one object, in UTF-16 units.
 */
export function createArrayReader(key: string, longest = 20_000): ArrayReader {
  /** Brackets that are open, outermost first. */
  let open = '';
  let inString = false;
  let escaped = false;
  /** The text of the string being read, or of the one read last, at the level of the outermost object. */
  let lastKey = '';
  /** The text of the object being read. */
  let element = '';
  let found = false;
  let state: ReadingState = 'reading';
  const quotedKey = JSON.stringify(key);

  function step(char: string): unknown | undefined {
    const inElement = open.startsWith('{[{') && lastKey === quotedKey;
    if (inElement) element += char;
    if (element.length > longest) return fail();
    if (inString) return inText(char);
    if (char === '"') return startText();
    if (char === '{' || char === '[') return down(char);
    if (char === '}' || char === ']') return up(char);
    return undefined;
  }

  function inText(char: string): undefined {
    if (open === '{') lastKey += char;
    if (escaped) escaped = false;
    else if (char === '\\') escaped = true;
    else if (char === '"') inString = false;
  }

  function startText(): undefined {
    if (open === '') return;
    inString = true;
    if (open === '{') lastKey = '"';
  }

  function down(char: string): undefined {
    if (open === '' && char === '[') return fail();
    open += char;
    if (open === '{[' && lastKey === quotedKey) found = true;
    if (open === '{[{' && lastKey === quotedKey) element = char;
  }

  function up(char: string): unknown | undefined {
    if (open === '') return undefined;
    if (open.at(-1) !== opening[char]) return fail();
    open = open.slice(0, -1);
    if (open === '') state = found ? 'complete' : 'malformed';
    if (open !== '{[' || char !== '}' || lastKey !== quotedKey) return undefined;
    const text = element;
    element = '';
    try {
      return JSON.parse(text);
    } catch {
      return fail();
    }
  }

  function fail(): undefined {
    state = 'malformed';
  }

  return {
    push(piece) {
      const complete: unknown[] = [];
      for (const char of piece) {
        if (state !== 'reading') break;
        const value = step(char);
        if (value !== undefined) complete.push(value);
      }
      return complete;
    },
    get state() {
      return state;
    },
  };
}
