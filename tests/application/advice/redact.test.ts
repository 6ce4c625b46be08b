// What must not leave for a model does not leave.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../../src/application/advice/redact.ts';
import { forAll } from '../../support/for-all.ts';

const around = fc.constantFrom('', 'please ask ', 'it is: ', 'Our answer (see ', '“');
const behind = fc.constantFrom('', ' thanks', '.', ', then go on', ') – ok', '\nnext line');
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const key = fc.stringMatching(/^[A-Za-z0-9]{24}$/);

function withCheckDigit(start: string): string {
  for (let digit = 0; digit < 10; digit += 1) {
    const number = `${start}${digit}`;
    const sum = [...number].reverse().reduce((total, sign, index) => {
      const value = index % 2 === 1 ? Number(sign) * 2 : Number(sign);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return number;
  }
  return start;
}

const secrets = {
  'mail addresses': fc.emailAddress({ size: 'small' }),
  'phone numbers': fc.oneof(
    digits(9).map((number) => `+49 30 ${number}`),
    digits(7).map((number) => `+1 (555) ${number.slice(0, 3)}-${number.slice(3)}`),
    digits(7).map((number) => `555-${number.slice(0, 3)}-${number.slice(3)}`),
    digits(8).map((number) => `0171 ${number}`),
  ),
  'bot tokens': key.map((part) => `xoxb-12345-${part}`),
  'provider keys': key.map((part) => `sk-proj-${part}`),
  'cloud keys': fc.stringMatching(/^[A-Z0-9]{16}$/).map((part) => `AKIA${part}`),
  'repository tokens': key.map((part) => `ghp_${part}`),
  'web tokens': fc.tuple(key, key, key).map(([one, two, three]) => `eyJ${one}.eyJ${two}.${three}`),
  'named secrets': key.map((part) => `password=${part}1`),
  'addresses with a password': key.map((part) => `postgres://app:${part}@db.internal/orders`),
  'card numbers': digits(15).map((start) => withCheckDigit(`4${start.slice(1)}`).replace(/(.{4})(?=.)/g, '$1 ')),
} as const;

describe('redacting people’s words', () => {
  test.each(Object.entries(secrets))('takes out %s wherever they stand', (_, secret) => {
    forAll(
      fc.property(around, secret, behind, (before, hidden, after) => {
        const redacted = redact(`${before}${hidden}${after}`);
        expect(redacted).not.toContain(hidden);
        expect(redacted).toMatch(/\[(?:secret|mail address|phone number|card number|account number)\]/);
      }),
    );
  });

  test('changes nothing the second time', () => {
    const any = fc.oneof(fc.string({ unit: 'grapheme' }), ...Object.values(secrets));
    forAll(
      fc.property(fc.array(any, { maxLength: 6 }), (parts) => {
        const once = redact(parts.join(' '));
        expect(redact(once)).toBe(once);
      }),
    );
  });

  test('turns people into their role, and strangers into somebody', () => {
    const roles = new Map([
      ['U0OWNER123', 'the owner'],
      ['U0ANN12345', 'participant 1'],
    ]);
    expect(redact('<@U0OWNER123> and <@U0ANN12345|ann> asked @U0STRANGE9, not U0OWNER123', roles)).toBe(
      'the owner and participant 1 asked somebody, not the owner',
    );
  });

  test.each([
    'The refund must happen within 24 hours by law.',
    'We run Camunda 7.24 and Step Functions with 25,000 history events and 256 KiB of input.',
    'Released on 2026-11-23, about 1,000,000 orders a year, order_id 4711.',
    'PaymentSettled goes to ORDERS and USERS, the WORKFLOW waits.',
    'see https://docs.particular.net/nservicebus/sagas/concurrency',
    'The token bucket is empty, and the secret of good coupling is restraint.',
    'isolateTheHighResponsibilityPartOfTheWorkflowFirst',
  ])('leaves ordinary words alone: %s', (words) => {
    expect(redact(words)).toBe(words);
  });

  test.each([
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAKC\n-----END RSA PRIVATE KEY-----'],
    ['a bank account', 'DE89 3704 0044 0532 0130 00'],
    ['a long random run', 'key 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  ])('takes out %s', (_, words) => {
    expect(redact(words)).toMatch(/\[(?:secret|account number)\]/);
  });
});
