// What only one person is told stands where they clicked.
import { describe, expect, it } from 'vitest';
import { privateReply } from '../../src/slack/private-reply.ts';

describe('a private answer', () => {
  it('to a click in a thread stands in that thread', () => {
    expect(privateReply('No.', { ts: '2.0', thread_ts: '1.0' })).toMatchObject({ text: 'No.', thread_ts: '1.0' });
  });

  it('to a click on a root card, in a modal or on the Home tab stands in the channel', () => {
    for (const clicked of [{ ts: '1.0', thread_ts: '1.0' }, { ts: '1.0' }, { ts: '1.0', thread_ts: null }, null])
      expect(privateReply('No.', clicked)).not.toHaveProperty('thread_ts');
  });

  it('is for one person and replaces nothing', () => {
    expect(privateReply('No.', null)).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  });
});
