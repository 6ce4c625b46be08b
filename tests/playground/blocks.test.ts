// What the playground accepts and refuses as blocks, with the pointer Slack gives to the place (slack-platform.md §7.1).
import { describe, expect, test } from 'vitest';
import { checkBlocks, type Surface } from '../../playground/server/block-kit/check.ts';
import { checkView } from '../../playground/server/block-kit/view.ts';
import { channelIds } from '../../playground/server/default-workspace.ts';
import { client, playground, refusalOf } from './support.ts';

const text = (length: number) => 'x'.repeat(length);
const plain = (length: number) => ({ type: 'plain_text', text: text(length) });
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: text(length) });
const section = (length = 5) => ({ type: 'section', text: mrkdwn(length) });
const button = (more: object = {}) => ({ type: 'button', text: plain(5), action_id: 'a', ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const option = (value: string) => ({ text: plain(5), value });
const options = (count: number) => Array.from({ length: count }, (_, index) => option(`v${index}`));
const many = (count: number, make: (index: number) => object) =>
  Array.from({ length: count }, (_, index) => make(index));
const input = (element: object) => ({ type: 'input', label: plain(5), element });
const cell = { type: 'raw_text', text: 'cell' };

function pointers(blocks: unknown, surface: Surface = 'message'): readonly string[] {
  const checked = checkBlocks(blocks, surface, '/blocks');
  return checked.ok ? [] : checked.messages.map((message) => /json-pointer:(.*)\]$/.exec(message)?.[1] ?? message);
}

describe('accepted in a message', () => {
  test.each<[string, object]>([
    ['a section of 3000 characters', section(3000)],
    ['a section with ten fields', { type: 'section', fields: many(10, () => mrkdwn(1000)) }],
    ['a section that always expands', { ...section(), expand: true }],
    ['a header of 150 characters', { type: 'header', text: plain(150) }],
    ['ten context elements', { type: 'context', elements: many(10, () => mrkdwn(5)) }],
    ['25 buttons', actions(...many(25, (index) => button({ action_id: `a${index}` })))],
    [
      'a button with everything',
      actions(button({ value: text(2000), style: 'primary', accessibility_label: text(75) })),
    ],
    ['a select of 100 options', actions({ type: 'static_select', action_id: 's', options: options(100) })],
    [
      'an overflow with an address',
      actions({ type: 'overflow', options: [{ ...option('v'), url: 'https://example.org' }] }),
    ],
    ['an input', input({ type: 'plain_text_input', action_id: 'i' })],
    ['a picture', { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'a' }],
    ['markdown', { type: 'markdown', text: text(12_000) }],
    ['a table', { type: 'table', rows: many(100, () => many(20, () => cell)), column_settings: [{ align: 'right' }] }],
    ['a data table', { type: 'data_table', caption: 'c', rows: [[cell], [cell]] }],
    [
      'rich text',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }] },
    ],
    ['a card', { type: 'card', title: mrkdwn(150), body: mrkdwn(200), actions: [button()] }],
    ['a carousel', { type: 'carousel', elements: [{ type: 'card', body: mrkdwn(5) }] }],
    ['a container', { type: 'container', title: plain(5), child_blocks: [section()] }],
    [
      'a plan',
      { type: 'plan', title: 'p', tasks: [{ type: 'task_card', task_id: 't', title: 't', status: 'pending' }] },
    ],
    [
      'feedback buttons',
      {
        type: 'context_actions',
        elements: [
          {
            type: 'feedback_buttons',
            action_id: 'f',
            positive_button: { text: plain(4), value: 'y' },
            negative_button: { text: plain(3), value: 'n' },
          },
        ],
      },
    ],
  ])('%s', (_name, block) => {
    expect(pointers([block])).toEqual([]);
  });
});

describe('refused in a message', () => {
  test.each<[string, unknown, string]>([
    ['an unknown type', [{ type: 'chart' }], '/blocks/0/type'],
    ['an unknown field', [{ ...section(), colour: 'red' }], '/blocks/0'],
    ['a section of 3001 characters', [section(3001)], '/blocks/0/text/text'],
    ['an empty text', [section(0)], '/blocks/0/text/text'],
    ['a section with nothing', [{ type: 'section' }], '/blocks/0'],
    ['eleven fields', [{ type: 'section', fields: many(11, () => mrkdwn(1)) }], '/blocks/0/fields'],
    ['a field of 2001 characters', [{ type: 'section', fields: [mrkdwn(2001)] }], '/blocks/0/fields/0/text'],
    ['a header of 151 characters', [{ type: 'header', text: plain(151) }], '/blocks/0/text/text'],
    ['a header in mrkdwn', [{ type: 'header', text: mrkdwn(5) }], '/blocks/0/text/type'],
    ['eleven context elements', [{ type: 'context', elements: many(11, () => mrkdwn(1)) }], '/blocks/0/elements'],
    ['26 buttons', [actions(...many(26, (index) => button({ action_id: `a${index}` })))], '/blocks/0/elements'],
    ['no element', [actions()], '/blocks/0/elements'],
    ['a label of 76 characters', [actions(button({ text: plain(76) }))], '/blocks/0/elements/0/text/text'],
    ['a value of 2001 characters', [actions(button({ value: text(2001) }))], '/blocks/0/elements/0/value'],
    ['a made-up style', [actions(button({ style: 'warning' }))], '/blocks/0/elements/0/style'],
    ['an action id of 256 characters', [actions(button({ action_id: text(256) }))], '/blocks/0/elements/0/action_id'],
    ['one action id twice', [actions(button(), button())], '/blocks/0/elements/1/action_id'],
    [
      'one block id twice',
      [
        { ...section(), block_id: 'b' },
        { type: 'divider', block_id: 'b' },
      ],
      '/blocks/1/block_id',
    ],
    ['101 options', [actions({ type: 'static_select', options: options(101) })], '/blocks/0/elements/0/options'],
    [
      'a first choice that is no option',
      [actions({ type: 'static_select', options: options(2), initial_option: option('other') })],
      '/blocks/0/elements/0',
    ],
    [
      'eleven radio buttons',
      [actions({ type: 'radio_buttons', options: options(11) })],
      '/blocks/0/elements/0/options',
    ],
    ['six overflow options', [actions({ type: 'overflow', options: options(6) })], '/blocks/0/elements/0/options'],
    [
      'an address in a select',
      [actions({ type: 'static_select', options: [{ ...option('v'), url: 'https://a.b' }] })],
      '/blocks/0/elements/0/options/0',
    ],
    ['a picture without words', [{ type: 'image', image_url: 'https://a.b/c' }], '/blocks/0/alt_text'],
    ['a picture from nowhere', [{ type: 'image', alt_text: 'a' }], '/blocks/0'],
    ['a file block', [{ type: 'file', external_id: 'x', source: 'remote' }], '/blocks/0/type'],
    ['an alert', [{ type: 'alert', text: plain(5) }], '/blocks/0/type'],
    ['two tables', many(2, () => ({ type: 'table', rows: [[cell]] })), '/blocks'],
    ['a table of 101 rows', [{ type: 'table', rows: many(101, () => [cell]) }], '/blocks/0/rows'],
    ['a data table without caption', [{ type: 'data_table', rows: [[cell], [cell]] }], '/blocks/0/caption'],
    ['markdown of more than 12000 in all', many(2, () => ({ type: 'markdown', text: text(6001) })), '/blocks'],
    ['a card with nothing', [{ type: 'card' }], '/blocks/0'],
    ['a field for files', [input({ type: 'file_input', action_id: 'f' })], '/blocks/0/element'],
    [
      'a text field among buttons',
      [actions({ type: 'plain_text_input', action_id: 'i' })],
      '/blocks/0/elements/0/type',
    ],
    ['51 blocks', many(51, () => ({ type: 'divider' })), '/blocks'],
    ['more than 13200 characters in all', many(5, () => section(2641)), '/blocks'],
  ])('%s', (_name, blocks, pointer) => {
    expect(pointers(blocks)).toContain(pointer);
  });

  test('13200 characters in all are still accepted', () => {
    expect(pointers(many(5, () => section(2640)))).toEqual([]);
  });
});

describe('a view', () => {
  const modal = (more: object) => ({ type: 'modal', title: plain(5), blocks: [section()], ...more });
  const accepted = (view: object, type: 'modal' | 'home' = 'modal') => checkView(view, type).ok;

  test.each<[string, object]>([
    ['a title of 24 characters', { title: plain(24) }],
    ['private data of 3000 characters', { private_metadata: text(3000) }],
    ['an input and a submit button', { blocks: [input({ type: 'plain_text_input' })], submit: plain(24) }],
    ['a hundred blocks', { blocks: many(100, () => ({ type: 'divider' })) }],
    ['an alert', { blocks: [{ type: 'alert', level: 'warning', text: plain(200) }] }],
  ])('may have %s', (_name, more) => {
    expect(accepted(modal(more))).toBe(true);
  });

  test.each<[string, object]>([
    ['a title of 25 characters', { title: plain(25) }],
    ['a submit button of 25 characters', { submit: plain(25) }],
    ['private data of 3001 characters', { private_metadata: text(3001) }],
    ['an input without a submit button', { blocks: [input({ type: 'plain_text_input' })] }],
    ['101 blocks', { blocks: many(101, () => ({ type: 'divider' })) }],
    ['markdown', { blocks: [{ type: 'markdown', text: 'a' }] }],
    ['an unknown field', { colour: 'red' }],
  ])('may not have %s', (_name, more) => {
    expect(accepted(modal(more))).toBe(false);
  });

  test('of more than 250 kB is too large', () => {
    const checked = checkView(modal({ blocks: many(100, () => section(2600)) }), 'modal');
    expect(checked).toMatchObject({ ok: false, error: 'view_too_large' });
  });

  test('of the Home tab has no title', () => {
    expect(accepted({ type: 'home', blocks: [section()] }, 'home')).toBe(true);
    expect(accepted({ type: 'home', title: plain(5), blocks: [section()] }, 'home')).toBe(false);
  });
});

describe('over the Web API', () => {
  test('refused blocks come back as invalid_blocks with the pointer', async () => {
    const slack = client(await playground());
    const post = slack.chat.postMessage({
      channel: channelIds.architecture,
      text: 'fallback',
      blocks: [{ type: 'header', text: { type: 'plain_text', text: text(151) } }],
    });
    const refusal = await refusalOf(post);
    expect(refusal?.error).toBe('invalid_blocks');
    expect(refusal?.response_metadata?.messages?.[0]).toContain('[json-pointer:/blocks/0/text/text]');
  });
});
