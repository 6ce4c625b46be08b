// Pictures come from a thread of their own, in the fonts that come with the application.
import { Resvg } from '@resvg/resvg-js';
import { afterAll, describe, expect, test } from 'vitest';
import { createDrawer, DrawingFailed } from '../../src/diagrams/drawer.ts';
import { fontsFor } from '../../src/diagrams/fonts.ts';
import { textWidth } from '../../src/diagrams/measure.ts';
import { escapeXml } from '../../src/diagrams/svg.ts';
import type { View } from '../../src/diagrams/view.ts';
import { samples } from './samples.ts';

const drawer = createDrawer();
afterAll(() => drawer.close());

function viewOf(name: string): View {
  const found = samples.find((sample) => sample.name === name);
  if (found === undefined) throw new Error(`no sample ${name}`);
  return { workflow: found.workflow, title: found.title, style: 'choreographed' };
}

/** Width and height as the PNG itself says. */
function pngSize(png: Uint8Array): readonly [number, number] {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('the drawer', () => {
  test('makes SVG and PNG of a workflow, with a name and the flow in sentences', async () => {
    const [picture, ...more] = await drawer.draw(viewOf('order'), { theme: 'light', width: 'narrow' });
    expect(more).toEqual([]);
    expect(picture?.fileName).toBe('order-fulfilment-choreographed-1');
    expect(picture?.altText).toContain('When “order accepted” is heard, Stock does this: reserve goods.');
    expect(picture?.svg).toContain('<svg ');
    expect(pngSize(picture?.png ?? new Uint8Array())[0]).toBe(800);
    expect(picture).not.toHaveProperty('notice');
  });

  test('makes one picture a part beyond eight steps, unless told to make one', async () => {
    const parts = await drawer.draw(viewOf('many'), { theme: 'dark', width: 'narrow' });
    expect(parts.map((part) => part.caption.split(' · ')[2])).toEqual([
      'steps 1 to 6 of 25',
      'steps 7 to 12 of 25',
      'steps 13 to 18 of 25',
      'steps 19 to 25 of 25',
      'the longest way back',
    ]);
    expect(await drawer.draw(viewOf('many'), { theme: 'dark', width: 'narrow', stepsAPicture: 25 })).toHaveLength(1);
  });

  test('says so where letters are in none of its fonts, and draws all the same', async () => {
    const [picture] = await drawer.draw(viewOf('hostile'), { theme: 'light', width: 'wide' });
    expect(picture?.notice).toContain('Some letters');
  });

  test('draws several at once and keeps them apart', async () => {
    const names = ['linear', 'two-steps', 'joins'];
    const all = await Promise.all(names.map((name) => drawer.draw(viewOf(name), { theme: 'light', width: 'narrow' })));
    expect(all.map((pictures) => pictures[0]?.fileName)).toEqual([
      'sign-a-new-customer-up-choreographed-1',
      'remind-choreographed-1',
      'a-loan-with-three-opinions-choreographed-1',
    ]);
  });

  test('has no picture of a workflow without steps', async () => {
    expect(
      await drawer.draw(
        { workflow: { steps: [] }, title: 'Nothing', style: 'orchestrated' },
        { theme: 'light', width: 'wide' },
      ),
    ).toEqual([]);
  });

  test('gives up what is under way when closed, and draws no more', async () => {
    const other = createDrawer();
    const pending = other.draw(viewOf('order'), { theme: 'light', width: 'narrow' });
    const failed = expect(pending).rejects.toThrow(DrawingFailed);
    await other.close();
    await failed;
    await expect(other.draw(viewOf('order'), { theme: 'light', width: 'narrow' })).rejects.toThrow('closed');
  });
});

describe('text', () => {
  test.each([
    'Payments: authorise card',
    'WWWWWWWW mmmmmmmm @@@@',
    'Замовлення зарезервувати товар',
    'ЩЖШЫЮ Ѭ',
    'Πληρωμές επιστροφή',
    '注文を受け付ける',
    '결제를 확정한다',
    'شحن الطلب خدمة الشحن',
    'לשלוח את החבילה',
    'Ǆ Ǽ Ĳ ŵ ẘ',
    'ÅÇÉÑÖÜ æœß',
  ])('is never wider than it was measured: %s', (text) => {
    for (const bold of [false, true]) {
      const fonts = fontsFor(text);
      expect(fonts.isComplete).toBe(true);
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="100"><text x="10" y="50" font-size="20" font-family="Noto Sans"${bold ? ' font-weight="700"' : ''}>${escapeXml(text)}</text></svg>`;
      const drawn = new Resvg(svg, {
        font: { loadSystemFonts: false, fontFiles: [...fonts.files], defaultFontFamily: 'Noto Sans' },
      }).getBBox();
      expect(drawn?.width).toBeGreaterThan(0);
      expect(drawn?.width).toBeLessThanOrEqual(textWidth(text, { size: 20, bold }) + 1);
    }
  });
});
