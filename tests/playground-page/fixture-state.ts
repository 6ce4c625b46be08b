// A workspace as the server would describe it, with the kinds of cards the page must draw well.
import type { UiMessage, UiState } from '../../playground/protocol.ts';

const bot = 'UBOT';
const channel = 'C1';
const start = Date.UTC(2026, 10, 23, 9, 0, 0) / 1000;
const tsAt = (seconds: number) => `${start + seconds}.000100`;

/** `ts` of the root card. */
export const rootTs = tsAt(60);

const plain = (text: string) => ({ type: 'plain_text', text, emoji: true });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const button = (text: string, actionId: string, extra: object = {}) => ({
  type: 'button',
  text: plain(text),
  action_id: actionId,
  value: actionId,
  ...extra,
});

function message(seconds: number, part: Partial<UiMessage>): UiMessage {
  return {
    ts: tsAt(seconds),
    channel,
    user: bot,
    isBot: part.user === undefined,
    text: '',
    blocks: [],
    edited: false,
    ephemeral: false,
    files: [],
    replyCount: 0,
    streaming: false,
    unread: false,
    ...part,
  };
}

const question = (id: string, text: string, meaning: string) => [
  { type: 'section', block_id: `q-${id}`, text: mrkdwn(`*${id}* ${text}\n${meaning}`) },
  {
    type: 'actions',
    block_id: `a-${id}`,
    elements: [
      button('Yes', `answer:${id}:yes`),
      button('No', `answer:${id}:no`, { style: 'primary' }),
      button('Sometimes', `answer:${id}:sometimes`),
      button("Don't know", `answer:${id}:unknown`),
    ],
  },
];

/** The recommendation card sketched in design.md §2. */
const recommendation: UiMessage['blocks'] = [
  { type: 'header', block_id: 'h', text: plain('Split it: orchestrate payment and refund, let the rest react') },
  { type: 'context', block_id: 'c0', elements: [mrkdwn('*Order fulfilment* · round 1 · owner <@U1>')] },
  { type: 'section', block_id: 's0', text: mrkdwn('Leaning *+3* of 10 · medium confidence · 13 of 15 answered') },
  {
    type: 'section',
    block_id: 'votes',
    fields: ['*Communication*\n▪▪□', '*Coupling*\n□', '*Undo*\n▪▪▪▪', '*Change*\n◂□', '*Ownership*\n▪▪'].map(mrkdwn),
  },
  { type: 'divider', block_id: 'd1' },
  {
    type: 'section',
    block_id: 'why',
    text: mrkdwn(
      '*Why*\n• Payment and refund can fail with money lost; the rest cannot [1]\n• Shipping and mail break no promise if they are late [2]\n• A refund touches three services, two hops back [3]',
    ),
  },
  {
    type: 'section',
    block_id: 'watch',
    text: mrkdwn('*Watch*\n:warning: Events that never come: add absence monitoring &lt;within 5 min&gt; [4]'),
    accessory: {
      type: 'overflow',
      action_id: 'more',
      options: [
        { text: plain('Export as MADR'), value: 'madr' },
        { text: plain('Hand over'), value: 'hand' },
      ],
    },
  },
  {
    type: 'section',
    block_id: 'flip',
    text: mrkdwn('*Flips* to orchestration if a late shipment breaks a promise (`2b`)'),
  },
  {
    type: 'actions',
    block_id: 'act',
    elements: [
      button('Accept', 'accept', { style: 'primary' }),
      button('Change an answer', 'open-modal'),
      button('Drawings', 'drawings'),
      button('Stop', 'stop', {
        style: 'danger',
        confirm: {
          title: plain('Stop it?'),
          text: plain('Reminders end.'),
          confirm: plain('Stop'),
          deny: plain('Keep'),
          style: 'danger',
        },
      }),
      button('Source', 'source', { url: 'https://example.invalid/' }),
    ],
  },
  {
    type: 'context',
    block_id: 'c1',
    elements: [mrkdwn('1 isolating a part · 2 command or event · 3 compensating · 4 missing events')],
  },
  {
    type: 'context_actions',
    block_id: 'fb',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: { text: plain('Helpful'), value: 'good' },
        negative_button: { text: plain('Not helpful'), value: 'bad' },
      },
    ],
  },
];

const inputs = (id: string, label: string, element: object, extra: object = {}) => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element,
  ...extra,
});
const options = ['Kafka', 'Temporal', 'Plain calls'].map((text) => ({ text: plain(text), value: text.toLowerCase() }));

/** A modal with every kind of input the app may use. */
export const fullModal: UiState['modals'][number] = {
  viewId: 'V1',
  hash: 'h1',
  errors: {},
  failed: false,
  view: {
    type: 'modal',
    title: plain('Start a decision'),
    submit: plain('Start'),
    close: plain('Cancel'),
    blocks: [
      { type: 'section', block_id: 'intro', text: mrkdwn('What is being decided? It opens in <#C1>.') },
      inputs('title', 'Title', {
        type: 'plain_text_input',
        action_id: 'title',
        placeholder: plain('Order fulfilment'),
        max_length: 80,
      }),
      inputs(
        'what',
        'What happens',
        { type: 'plain_text_input', action_id: 'what', multiline: true },
        { optional: true, hint: plain('One or two sentences are enough.') },
      ),
      inputs(
        'tool',
        'Tool today',
        { type: 'static_select', action_id: 'tool', options, placeholder: plain('Choose one') },
        { optional: true },
      ),
      inputs('owner', 'Owner', { type: 'users_select', action_id: 'owner', initial_user: 'U1' }),
      inputs(
        'who',
        'Who takes part',
        { type: 'multi_users_select', action_id: 'who', initial_users: ['U1', 'U2'] },
        { optional: true },
      ),
      inputs('how', 'Who answers', {
        type: 'radio_buttons',
        action_id: 'how',
        initial_option: {
          text: plain('Open'),
          description: plain('One answer a question, the latest click stands'),
          value: 'open',
        },
        options: [
          { text: plain('Open'), description: plain('One answer a question, the latest click stands'), value: 'open' },
          {
            text: plain('As a team'),
            description: plain('One answer a person, private until revealed'),
            value: 'team',
          },
        ],
      }),
      inputs(
        'flags',
        'Also',
        { type: 'checkboxes', action_id: 'flags', options: [{ text: mrkdwn('*Weekly* reminder'), value: 'weekly' }] },
        { optional: true },
      ),
      inputs(
        'day',
        'First look',
        { type: 'datepicker', action_id: 'day', initial_date: '2026-12-01' },
        { optional: true },
      ),
      inputs('time', 'At', { type: 'timepicker', action_id: 'time', initial_time: '10:00' }, { optional: true }),
    ],
  },
};

const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="560" height="200"><rect width="560" height="200" fill="#fbf7ef"/>${[
  'Order',
  'Payment',
  'Shipping',
]
  .map(
    (name, at) =>
      `<rect x="${30 + at * 180}" y="70" width="130" height="56" rx="10" fill="#6d4f95"/><text x="${95 + at * 180}" y="104" fill="#fff" font-size="18" text-anchor="middle" font-family="sans-serif">${name}</text>`,
  )
  .join('')}</svg>`;

const words = (text: string, style: object = {}) => ({ type: 'text', text, style });

/** The rarer blocks, in the direct messages with the app. */
const rarer: UiMessage['blocks'] = [
  {
    type: 'rich_text',
    block_id: 'r1',
    elements: [
      {
        type: 'rich_text_section',
        elements: [words('Bold', { bold: true }), words(' and '), { type: 'user', user_id: 'U2' }],
      },
      { type: 'rich_text_list', style: 'bullet', elements: [{ type: 'rich_text_section', elements: [words('one')] }] },
      { type: 'rich_text_preformatted', elements: [words('Communication  □□|■■  +2\nCoupling       □□|□□   0')] },
    ],
  },
  {
    type: 'table',
    block_id: 'r2',
    rows: [
      ['step', 'undo'].map((text) => ({ type: 'raw_text', text })),
      ['payment', 'refund'].map((text) => ({ type: 'raw_text', text })),
    ],
  },
  {
    type: 'image',
    block_id: 'r3',
    image_url: `data:image/svg+xml,${encodeURIComponent(picture)}`,
    alt_text: 'The flow',
  },
  {
    type: 'actions',
    block_id: 'r4',
    elements: [
      { type: 'static_select', action_id: 'remind', options, placeholder: plain('Remind me') },
      { type: 'datepicker', action_id: 'when', initial_date: '2026-12-01' },
      { type: 'file_input', action_id: 'unknown' },
    ],
  },
  {
    type: 'section',
    block_id: 'r5',
    text: mrkdwn('*Which of these?*'),
    accessory: { type: 'checkboxes', action_id: 'which', options, initial_options: options.slice(0, 1) },
  },
  { type: 'alert', block_id: 'r6', level: 'warning', text: mrkdwn('Nobody owns the refund.') },
  {
    type: 'container',
    block_id: 'r7',
    title: plain('Details'),
    is_collapsible: true,
    child_blocks: [{ type: 'actions', block_id: 'r8', elements: [button('Inside', 'inside')] }],
  },
];

/** Two people, one channel, one thread with a question card and a recommendation. */
export function fixtureState(): UiState {
  const people = [
    ['U1', 'ada', 'Ada Okafor', 'AO', '#a0522d'],
    ['U2', 'bruno', 'Bruno Marsh', 'BM', '#1f6f78'],
    ['U3', 'chen', 'Chen Wei', 'CW', '#5a6b1f'],
    [bot, 'downbeat', 'Downbeat', 'D', '#6d4f95'],
  ].map(([id = '', name = '', realName = '', initials = '', colour = '']) => ({
    id,
    name,
    realName,
    initials,
    colour,
    tz: 'Europe/Berlin',
    external: false,
    isBot: id === bot,
    deactivated: false,
  }));
  const conversation = {
    archived: false,
    appIsMember: true,
    isMember: true,
    unread: 0,
    mentions: 0,
    postingRule: 'everyone' as const,
    externallyShared: false,
  };
  return {
    rev: 1,
    workspace: { id: 'T1', name: 'Acme Logistics' },
    appConnected: true,
    app: { id: 'A1', botUserId: bot, name: 'Downbeat', homeTab: true, messagesTab: true },
    people,
    me: 'U1',
    channels: [
      { ...conversation, id: 'C1', name: 'architecture', kind: 'public', memberIds: ['U1', 'U2', 'U3', bot] },
      {
        ...conversation,
        id: 'C2',
        name: 'payments',
        kind: 'private',
        memberIds: ['U1', 'U2'],
        unread: 2,
        mentions: 1,
        appIsMember: false,
      },
      { ...conversation, id: 'C3', name: 'random', kind: 'public', memberIds: ['U2'], isMember: false },
      { ...conversation, id: 'C4', name: 'new-here', kind: 'public', memberIds: ['U1', 'U2', bot] },
      { ...conversation, id: 'D1', name: 'Bruno Marsh', kind: 'im', memberIds: ['U1', 'U2'], appIsMember: false },
      { ...conversation, id: 'D2', name: 'Downbeat', kind: 'im', memberIds: ['U1', bot], unread: 1 },
    ],
    messages: [
      message(-90_000, {
        user: 'U2',
        text: 'Are we really going to put a workflow engine into order fulfilment? :thinking_face:',
      }),
      message(-89_950, {
        user: 'U2',
        text: 'I would rather keep *events* and _nothing_ else, see <https://example.invalid/adr|the old ADR>.',
      }),
      message(0, { user: 'U1', text: 'Let us stop arguing, <@U2>. I start a decision with <@UBOT>.', edited: true }),
      message(60, {
        text: 'Order fulfilment: 3 of 5 pillars answered',
        threadTs: rootTs,
        replyCount: 4,
        latestReply: tsAt(400),
        blocks: [
          { type: 'header', block_id: 'rh', text: plain('Order fulfilment') },
          { type: 'section', block_id: 'rs', text: mrkdwn('Split it, leaning *+3* of 10. Owner <@U1>.') },
          { type: 'context', block_id: 'rc', elements: [mrkdwn('▰▰▰▰▰ 5 of 5 pillars · answered by <@U1> and <@U2>')] },
          {
            type: 'actions',
            block_id: 'ra',
            elements: [button('Answer', 'answer', { style: 'primary' }), button('As a team', 'team')],
          },
        ],
      }),
      message(100, {
        text: 'Pillar 1',
        threadTs: rootTs,
        blocks: [
          { type: 'header', block_id: 'ph', text: plain('1 · Communication') },
          ...question(
            '1a',
            'Does the caller wait for the result?',
            'Yes: a person or service is blocked until it is known.',
          ),
          { type: 'context', block_id: 'who-1a', elements: [mrkdwn('*No* by <@U2>, replaces *Yes* by <@U1>')] },
          ...question('1b', 'Is there a legal deadline?', 'Yes: somebody outside can hold you to a time.'),
        ],
      }),
      message(200, { user: 'U2', threadTs: rootTs, text: '<@UBOT> is compensation just a rollback?' }),
      message(300, {
        threadTs: rootTs,
        text: 'Recommendation',
        blocks: recommendation,
      }),
      message(400, {
        threadTs: rootTs,
        text: 'The workflow, drawn',
        blocks: [
          {
            type: 'markdown',
            block_id: 'md',
            text: '**Orchestrated** in three steps:\n\n1. order\n2. payment\n3. shipping\n\n| step | undo |\n| --- | --- |\n| payment | refund |',
          },
        ],
        files: [
          {
            id: 'F1',
            name: 'orchestrated.svg',
            mimetype: 'image/svg+xml',
            url: `data:image/svg+xml,${encodeURIComponent(picture)}`,
            alt: 'Three services in a row',
            size: 2048,
          },
        ],
      }),
      message(450, { channel: 'D2', text: 'The rarer blocks', blocks: rarer }),
      message(460, { channel: 'D2', text: 'A compensating step undoes what', streaming: true }),
      message(500, { ephemeral: true, text: 'You are not in this decision yet. Ask <@U1> to add you.' }),
    ],
    threadStatus: [{ channel: 'C1', threadTs: rootTs, text: 'is looking into its sources …' }],
    prompts: [{ channel: 'D2', title: 'Ask about', prompts: [{ title: 'Sagas', message: 'What is a saga?' }] }],
    modals: [],
    home: {
      viewId: 'H1',
      hash: 'x',
      view: {
        type: 'home',
        blocks: [
          { type: 'header', block_id: 'hh', text: plain('Waits for you') },
          {
            type: 'section',
            block_id: 'hs',
            text: mrkdwn('*Order fulfilment* in <#C1>\nTwo answers are missing'),
            accessory: button('Open', 'home-open'),
          },
          { type: 'divider', block_id: 'hd' },
          {
            type: 'actions',
            block_id: 'ha',
            elements: [button('Start a decision', 'open-modal', { style: 'primary' })],
          },
        ],
      },
    },
    commands: [
      {
        command: '/decide',
        description: 'Decide how a workflow should be run',
        usageHint: '[title] | help | list | mine | status',
      },
    ],
    shortcuts: [{ callbackId: 'decide_this', name: 'Decide this', description: 'Start a decision from this message' }],
    clock: { now: new Date((start + 600) * 1000).toISOString(), offsetMs: (start + 600) * 1000 - Date.now() },
    notices: [],
  };
}
