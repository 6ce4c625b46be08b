// What a pillar's card shows and offers while it is asked, after it was answered, and when it is opened again.
import { describe, expect, it } from 'vitest';
import { decodeActionValue } from '../../../src/slack/action-value.ts';
import { limits } from '../../../src/slack/limits.ts';
import { opened } from './lived-decision.ts';
import { ana, ben, framework, play, type Step } from './played-decision.ts';
import { buttonsIn, cardOf, labelsOf, wordsIn } from './reading.ts';

const communication: readonly Step[] = [
  { answer: '1a', option: 'sync_part' },
  { answer: '1b', option: 'never', by: ben },
  { answer: '1c', option: 'low' },
];

describe('a pillar that is being asked', () => {
  it('offers every option of every question, and "Don\'t know" always among them', () => {
    const labels = labelsOf(cardOf('pillar-1', play([])));
    const expected = framework.pillars[0].questions.flatMap(({ options }) => [
      'Why we ask',
      ...options.map(({ label }) => label),
      "Don't know",
    ]);
    expect(labels).toEqual([...expected, 'Add a note', 'Skip the rest']);
  });

  it('explains every option beside its question', () => {
    const shown = wordsIn(cardOf('pillar-2', play([{ skip: 1 }])).blocks);
    for (const { text, options } of framework.pillars[1].questions) {
      expect(shown).toContain(text);
      for (const option of options) expect(shown).toContain(`*${option.label}*  ${option.text}`);
    }
  });

  it('carries in a button which answer to which question it records', () => {
    const button = buttonsIn(cardOf('pillar-3', play([{ skip: 1 }, { skip: 2 }])).blocks).find(
      ({ action_id }) => action_id === 'answer.3c.3+',
    );
    expect(decodeActionValue(button?.value)).toEqual({
      decision: 'd1',
      card: 'pillar-3',
      question: '3c',
      option: '3+',
    });
    expect(button?.accessibility_label).toMatch(/^3c: /);
  });
});

describe('a pillar opened again once the decision is settled', () => {
  it('shows who chose what, takes notes, and offers no answer that would be refused', () => {
    const card = cardOf('pillar-2', opened);
    expect(labelsOf(card)).toEqual(['Why we ask', 'Why we ask', 'Why we ask', 'Add a note', 'Done']);
    expect(wordsIn(card.blocks)).toContain(`A core, then listeners, chosen by <@${ana}>`);
    for (const seen of [card.text, wordsIn(card.blocks)]) expect(seen).toContain('This decision is settled');
  });
});

describe('an answer', () => {
  it('is marked on its button by more than colour, and named with who chose it', () => {
    const card = cardOf('pillar-1', play(communication.slice(0, 1)));
    const chosen = buttonsIn(card.blocks).filter(({ text }) => text.text.startsWith('✓'));
    expect(chosen.map(({ action_id, style }) => [action_id, style])).toEqual([['answer.1a.sync_part', 'primary']]);
    expect(chosen[0]?.accessibility_label).toMatch(/, chosen$/);
    expect(wordsIn(card.blocks)).toContain(`A first part, chosen by <@${ana}>`);
    expect(card.text).toContain(`A first part, chosen by <@${ana}>`);
  });

  it('says whom it replaced', () => {
    const card = cardOf('pillar-1', play([...communication.slice(0, 1), { answer: '1a', option: 'no', by: ben }]));
    const line = `Only a receipt, chosen by <@${ben}>, replaces <@${ana}>: A first part`;
    expect(wordsIn(card.blocks)).toContain(line);
    expect(card.text).toContain(line);
  });

  it('says so when somebody replaced their own', () => {
    const card = cardOf('pillar-1', play([...communication.slice(0, 1), { answer: '1a', option: 'unknown' }]));
    expect(wordsIn(card.blocks)).toContain("Don't know, chosen by <@U0ANA>, replaces their own “A first part”");
  });

  it('shows the name of the part it is about', () => {
    const skips = ([1, 2, 3, 4] as const).map((pillar): Step => ({ skip: pillar }));
    const card = cardOf('pillar-5', play([...skips, { answer: '5c', option: 'part', part: 'payment <b>' }]));
    expect(wordsIn(card.blocks)).toContain('“payment &lt;b&gt;”, chosen by');
  });
});

describe('notes', () => {
  it('stand under their question with their author, and their links can be followed', () => {
    const note: Step = { note: '1b', says: 'see https://wiki.example/refunds?a=1&b=2.', by: ben };
    const card = cardOf('pillar-1', play([note]));
    const line = `Note by <@${ben}>: see <https://wiki.example/refunds?a=1&amp;b=2>.`;
    expect(wordsIn(card.blocks)).toContain(line);
    expect(card.text).toContain(`1b: ${line}`);
  });

  it('beyond three are counted, the newest shown', () => {
    const notes = ['first', 'second', 'third', 'fourth', 'fifth'].map((says): Step => ({ note: '1a', says }));
    const shown = wordsIn(cardOf('pillar-1', play(notes)).blocks);
    expect(shown).toContain('2 earlier under “Add a note”');
    expect(shown).toContain('fifth');
    expect(shown).not.toContain('second');
  });
});

describe('more words than a message holds', () => {
  it('cut the notes short, never the questions', () => {
    const questions = ['1a', '1b', '1c'] as const;
    const notes = questions.flatMap((note) =>
      [1, 2, 3].map((): Step => ({ note, says: 'a <long> story & '.repeat(60) })),
    );
    const card = cardOf('pillar-1', play(notes, { title: 'T'.repeat(500) }));
    expect(card.text.length).toBeLessThanOrEqual(limits.messageText);
    for (const { id, text } of framework.pillars[0].questions) expect(card.text).toContain(`${id}: ${text}`);
    expect(card.text).toMatch(/…$/);
  });
});

describe('a switched-off question', () => {
  const skips: readonly Step[] = [{ skip: 1 }, { skip: 2 }];
  const opened: readonly Step[] = [...skips, { answer: '3a', option: 'none' }, { unfold: 3 }];

  it('keeps its place without buttons and says because of which answer', () => {
    const card = cardOf('pillar-3', play(opened));
    const shown = wordsIn(card.blocks);
    expect(shown).toMatch(/3b {3}.+\nDoes not apply because of 3a: None/);
    expect(shown.indexOf('3a')).toBeLessThan(shown.indexOf('3b'));
    expect(buttonsIn(card.blocks).some(({ action_id }) => /\.3[bc]/.test(action_id))).toBe(false);
    expect(card.text).toContain('Does not apply because of 3a: None');
  });

  it('gets its buttons back when that answer changes', () => {
    const card = cardOf('pillar-3', play([...opened, { answer: '3a', option: 'few' }]));
    expect(buttonsIn(card.blocks).some(({ action_id }) => action_id === 'answer.3b.local')).toBe(true);
  });
});

describe('a pillar that was passed', () => {
  it('folds to one line with its answers and a way to change them', () => {
    const card = cardOf('pillar-1', play([...communication, { note: '1a', says: 'why' }]));
    expect(card.blocks).toHaveLength(1);
    expect(wordsIn(card.blocks)).toContain(
      '*1 of 5 · Communication*   1a\u00a0A first part\u00a0\u00a0·  1b\u00a0That is an incident\u00a0\u00a0·  1c\u00a0Low\u00a0\u00a0·  1\u00a0note',
    );
    expect(buttonsIn(card.blocks).map(({ action_id }) => action_id)).toEqual(['change.1']);
    expect(card.text).toContain('1c: How much load does it carry? Low.');
  });

  it('says which questions were left open when it was skipped', () => {
    const card = cardOf('pillar-1', play([...communication.slice(0, 1), { skip: 1 }]));
    expect(wordsIn(card.blocks)).toContain('1b\u00a0not answered');
  });

  it('says of a team that answered differently that it has no common answer', () => {
    const answers = (by: string, last: string): readonly Step[] => [
      { answer: '1a', option: 'no', by },
      { answer: '1b', option: 'never', by },
      { answer: '1c', option: last, by },
    ];
    const steps: readonly Step[] = [{ team: null }, ...answers(ana, 'low'), ...answers(ben, 'hot')];
    const card = cardOf('pillar-1', play(steps, { title: 'Order fulfilment', invited: [ana, ben] }));
    expect(wordsIn(card.blocks)).toContain('1c\u00a0no common answer');
    expect(wordsIn(card.blocks)).not.toContain('not answered');
  });

  it('leaves switched-off questions out of its line', () => {
    const card = cardOf('pillar-3', play([{ skip: 1 }, { skip: 2 }, { answer: '3a', option: 'none' }]));
    expect(wordsIn(card.blocks)).toContain('3a\u00a0None');
    expect(wordsIn(card.blocks)).not.toContain('3b');
  });

  it('unfolds with "Done" in place of "Skip the rest", and folds again', () => {
    const opened = play([...communication, { unfold: 1 }]);
    expect(labelsOf(cardOf('pillar-1', opened))).toContain('Done');
    expect(labelsOf(cardOf('pillar-1', opened))).not.toContain('Skip the rest');
    const folded = play([...communication, { unfold: 1 }, { fold: 1 }]);
    expect(labelsOf(cardOf('pillar-1', folded))).toEqual(['Change']);
  });
});
