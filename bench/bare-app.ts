// The yardstick of throughput, a process of its own: a Bolt app that verifies and acknowledges clicks and does nothing else.
import { App, HTTPReceiver } from '@slack/bolt';
import { z } from 'zod';
import { benchTeam } from './house/slack-stub.ts';

const { SLACK_SIGNING_SECRET: signingSecret } = z.object({ SLACK_SIGNING_SECRET: z.string() }).parse(process.env);
const receiver = new HTTPReceiver({ signingSecret });
const app = new App({
  receiver,
  token: 'xoxb-bench',
  botId: benchTeam.botId,
  botUserId: benchTeam.botUserId,
  convoStore: false,
  tokenVerificationEnabled: false,
});
app.action(/^answer\./, async ({ ack }) => ack());
const server = await receiver.start(0);
const address = server.address();
process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
