// Asking as people see it: a question in a decision's thread, its answer, a proposal, why we ask; in a browser.
import { describe, expect, test } from 'vitest';
import { channelIds, peopleIds } from '../../playground/server/default-workspace.ts';
import { noBrowser, useBrowserPage } from '../support/browser-page.ts';
import { useDownbeat } from '../support/downbeat.ts';
import { honest, useModelServer } from './model-server.ts';

describe.skipIf(noBrowser)('in the browser', () => {
  const model = useModelServer({ deadlineMs: 8_000 });
  const house = useDownbeat({ shared: true, model: model.settings });
  const shown = useBrowserPage(house, { pictures: 'talk' });
  const { action, card: reply, dialog, picture, problems } = shown;

  test('a question is answered claim by claim, words are proposed as an answer, and a reason is explained', {
    timeout: 120_000,
  }, async () => {
    await shown.page.getByTestId('composer').pressSequentially('/decide Order fulfilment');
    await shown.page.keyboard.press('Enter');
    await shown.page.getByTestId('reply-bar').click();
    await reply('1 of 5').waitFor();
    model.says(honest, { chunkSize: 20, latency: 70 });
    const say = (text: string, threadTs: string) =>
      house.playground.act({ kind: 'message', user: peopleIds.ines, channel: channelIds.architecture, text, threadTs });
    const [root] = house.playground.state.messages(channelIds.architecture).filter(({ byApp }) => byApp);
    await say('@Downbeat is compensation just a rollback?', root?.ts ?? '');
    await reply('Compensation is not a rollback').waitFor();
    await reply('A model wrote this').waitFor({ timeout: 20_000 });
    await picture('answer', reply('A model wrote this'));
    await say('@Downbeat the refund must happen within 24 hours by law', root?.ts ?? '');
    await reply('sounds like an answer').waitFor({ timeout: 20_000 });
    await picture('proposal', reply('sounds like an answer'));
    await action('why.1a').click();
    await dialog().getByRole('button', { name: 'Explain for our answers' }).click();
    // What the model was made to say quotes nothing about 1a, so the honest word stands there, with nothing to share.
    await dialog().getByText('not in my sources').waitFor();
    expect(await dialog().getByRole('button', { name: 'Share in the thread' }).count()).toBe(0);
    await picture('why', dialog());
    expect(await dialog().count()).toBe(1);
    expect(problems).toEqual([]);
  });
});
