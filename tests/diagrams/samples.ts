// A dozen workflows that golden drawings are kept of.
import { parseWorkflow } from '../../src/domain/workflow/parse-workflow.ts';
import type { Workflow } from '../../src/domain/workflow/workflow.ts';

/** A named workflow, with the steps of the part where it is meant to be split. */
export type Sample = {
  readonly name: string;
  readonly title: string;
  readonly workflow: Workflow;
  readonly part?: readonly string[];
};

function sample(name: string, title: string, lines: readonly string[], part?: readonly string[]): Sample {
  return { name, title, workflow: parseWorkflow(lines.join('\n')).workflow, ...(part === undefined ? {} : { part }) };
}

const manySteps = Array.from({ length: 25 }, (_, index) => {
  const undo = index % 4 === 1 ? ` / undo: take back part ${index + 1}` : '';
  const waits = index % 7 === 6 ? ` / waits for ${index} and ${index - 1}` : '';
  return `Service ${(index * 5) % 12}: handle part ${index + 1}${undo}${waits}`;
});

/** What the sample `order` was edited into. */
export const editedOrder = [
  'Orders: accept order / undo: cancel order / event: order accepted',
  'Payments: authorise card / undo: release authorisation / if refused -> undo / deadline: 2 days / waits for 1 / event: card authorised',
  'Shipping: ship parcel / deadline: 2 days / event: parcel shipped',
  'Customs: clear the parcel',
  'Payments: capture payment',
  'Reports: count the sale / optional',
].join('\n');

export const samples: readonly Sample[] = [
  sample('linear', 'Sign a new customer up', [
    'Website: take the application',
    'Identity: check the passport',
    'Accounts: open the account',
    'Mail: send the welcome letter',
  ]),
  sample('two-steps', 'Remind', ['Billing: find late invoices', 'Mail: remind the customer']),
  sample(
    'order',
    'Order fulfilment',
    [
      'Orders: accept order / undo: cancel order / event: order accepted',
      'Stock: reserve goods / undo: release goods / event: goods reserved',
      'Payments: authorise card / undo: release authorisation / if refused -> undo / deadline: 10 minutes / waits for 1 / event: card authorised',
      'Fraud: check customer / person / waits for 1 / if suspicious -> Mail: ask for documents',
      'Shipping: ship parcel / waits for 2, 3 and 4 / deadline: 2 days / event: parcel shipped',
      'Mail: send confirmation / optional',
      'Payments: capture payment',
      'Reports: count the sale / optional',
    ],
    ['s2', 's3', 's7'],
  ),
  sample('joins', 'A loan with three opinions', [
    'Loans: take the request',
    'Scoring: score the customer / waits for 1',
    'Register: ask the land register / waits for 1',
    'Valuation: value the house / waits for 1',
    'Loans: decide / waits for 2, 3 and 4 / if the score is low -> end / if the amount is small -> Mail',
    'Legal: draw up the contract',
    'Mail: send the offer',
  ]),
  sample('people', 'Hire somebody', [
    'Recruiting: publish the position / undo: withdraw the position',
    'Team: read applications / person / deadline: 3 weeks',
    'Team: talk to people / person / if nobody fits -> undo',
    'Legal: approve the contract / person / deadline: 5 days',
    'Payroll: enter the new colleague / undo: remove the colleague',
    'Facilities: prepare the desk / optional / waits for 4',
  ]),
  sample('undos', 'Book a trip', [
    'Trips: open the booking / undo: close the booking',
    'Flights: book the flight / undo: cancel the flight with a fee / if sold out -> undo',
    'Hotels: book the room / undo: cancel the room / if sold out -> undo',
    'Cars: book the car / undo: cancel the car / if sold out -> undo',
    'Insurance: insure the traveller / undo: end the insurance / if not insurable -> undo',
    'Payments: charge the card / undo: refund the card / if refused -> undo',
    'Visa: apply for the visa / person / deadline: 30 days',
  ]),
  sample(
    'hybrid',
    'Refund within the law',
    [
      'Support: note the complaint / person',
      'Warehouse: receive the parcel / deadline: 14 days',
      'Payments: refund the money / undo: book the refund back',
      'Ledger: write the correction / undo: reverse the correction',
      'Tax: report the correction',
      'Mail: tell the customer / optional',
      'Analytics: count the return / optional',
      'Suppliers: hear of the defect / optional / waits for 2',
    ],
    ['s3', 's4', 's5'],
  ),
  sample('same-service', 'Everything in one service and a bit', [
    'Core: read the file',
    'Core: check the rows / undo: forget the rows',
    'Core: store the rows / undo: delete the rows',
    'Search: index the rows',
    'Core: publish the rows',
  ]),
  sample('many', 'Twenty-five steps', manySteps),
  sample('letters', 'Замовлення 注文 طلب', [
    '注文サービス: 注文を受け付ける / undo: 注文を取り消す',
    '支付服务: 授权信用卡 / undo: 释放授权 / deadline: 24小时',
    '결제 서비스: 결제를 확정한다 / person',
    'Склад: зарезервувати товар / undo: звільнити товар',
    'خدمة الشحن: شحن الطلب / optional',
    'משלוח: לשלוח את החבילה',
    'Πληρωμές: επιστροφή χρημάτων',
    'भुगतान: भुगतान स्वीकार करें',
  ]),
  sample(
    'long-names',
    'A workflow whose name goes on for longer than anybody would want to read it on a telephone while walking',
    [
      'The department of exceedingly long and winding service names: do something that needs very many words to be described in full, and then some more words / undo: take back what needed very many words to be described in full',
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft: Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz prüfen / deadline: as soon as the committee has met twice',
      `${'W'.repeat(60)}: ${'m'.repeat(140)} / person / if ${'x'.repeat(80)} -> undo`,
    ],
  ),
  sample('hostile', '</text><script>alert(1)</script>]]>', [
    '<script>alert("x")</script>: "\' onload=\'alert(1)\' <b>bold</b> &amp; &#x41; ]]> -->" / undo: "%%{init: {}}%% ; end"',
    `A\u0000B\u0007\u202eC: ${'10,000 '.repeat(1500)} / deadline: \u200b\u2028; DROP`,
    'end: "subgraph [[ (( {{ `tick` #quot; \\\\ $& "',
    'loop: "participant Note over A,B: x"',
    '"ℵ👩‍👩‍👧🏳️‍🌈Z̴̛͍a̷l̶g̵o": "﷽﷽﷽ 𓀀"',
  ]),
];
