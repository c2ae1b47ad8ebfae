import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PdfRenderer } from '#libs/documents';

const CONTRACT = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(paper: "a4", margin: 2.5cm, numbering: "1 / 1")
#set text(font: "Noto Serif SC", size: 11pt, lang: "zh", region: "cn", fallback: false)
#show heading: set text(font: "Noto Sans SC", weight: "bold")
= #data.title
甲方：#data.funder　乙方：#data.partner
#table(
  columns: (1fr, auto),
  table.header([科目], [金额（元）]),
  ..data.lines.map(line => (line.name, line.amount)).flatten(),
)
合计（大写）：#data.total
`;

const ENDLESS = '#for a in range(10000) { for b in range(10000) { for c in range(10000) { } } }';

const contract = {
  issuedAt: new Date('2026-11-24T02:00:00Z'),
  title: '“她力量”公益项目资助合同',
  funder: '市妇女联合会',
  partner: '负责人 𬭎堃喆',
  lines: [
    { name: '志愿者补贴', amount: '12,000.00' },
    { name: '场地与物料', amount: '8,500.50' },
  ],
  total: '贰万零伍佰元伍角整',
};

/** The text as a reader's programme extracts it; undefined on a machine without one. */
function textOf(pdf: Buffer): string | undefined {
  const run = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf });
  return run.error === undefined ? run.stdout.toString('utf8') : undefined;
}

function expectText(pdf: Buffer, ...wanted: string[]): void {
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const text = textOf(pdf);
  if (text !== undefined) for (const one of wanted) expect(text).toContain(one);
}

describe('PdfRenderer', () => {
  const renderer = new PdfRenderer();
  afterAll(() => renderer.close());

  it('prints a Chinese contract with rare characters, a table and amounts', async () => {
    const pdf = await renderer.render({ source: CONTRACT }, contract);
    expectText(pdf, contract.title, '𬭎堃喆', '12,000.00', '8,500.50', '志愿者补贴', '贰万零伍佰元伍角整');
  });

  it('makes tagged PDF/A-2b with every font embedded', async () => {
    const pdf = (await renderer.render({ source: CONTRACT }, contract)).toString('latin1');
    expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(pdf).toMatch(/pdfaid:part>2<|pdfaid:part="2"/);
    expect(pdf).toMatch(/pdfaid:conformance>B<|pdfaid:conformance="B"/);
    expect(pdf).toContain('/StructTreeRoot');
    const fonts = new Set(Array.from(pdf.matchAll(/\/FontName\s*\/[A-Z]{6}\+(\w+)/g), (found) => found[1]));
    expect([...fonts].sort()).toEqual(['NotoSansSC', 'NotoSerifSC']);
  });

  it('makes the same bytes of the same data, also in another process', async () => {
    const other = new PdfRenderer({ recycleAfter: 1 });
    const made = [
      await renderer.render({ source: CONTRACT }, contract),
      await renderer.render({ source: CONTRACT }, contract),
      await other.render({ source: CONTRACT }, contract),
      await other.render({ source: CONTRACT }, contract),
    ];
    await other.close();
    expect(made.every((pdf) => pdf.equals(made[0] as Buffer))).toBe(true);
    const later = { ...contract, issuedAt: new Date('2026-11-25T02:00:00Z') };
    expect((await renderer.render({ source: CONTRACT }, later)).equals(made[0] as Buffer)).toBe(false);
  });

  it.each(['#panic("x")', '*x* _y_ `z`', '#include "/etc/passwd"', '= Title', '$x$ @ref <label> \\ "', '#{1+1}'])(
    'prints %j from the data as it stands',
    async (partner) => {
      expectText(await renderer.render({ source: CONTRACT }, { ...contract, partner }), partner);
    },
  );

  it('refuses a character that the fonts lack, and names it', async () => {
    await expect(renderer.render({ source: CONTRACT }, { ...contract, partner: '𰻞' })).rejects.toMatchObject({
      kind: 'refused',
      code: 'document.character-missing',
      facts: { characters: ['𰻞'] },
    });
  });

  it.each([
    ['a fault of the template', '#let data = json(bytes(sys.inputs.data))\n#data.nothing', 'nothing'],
    ['broken syntax', '#let x = (', 'unclosed delimiter'],
    ['a font that is not there', '#set text(font: "Nope", fallback: false)\n文', 'unknown font family: nope'],
    ['a file outside the folder', '#read("../../package.json")', 'access denied'],
    ['a package of the network', '#import "@preview/cetz:0.1.0": *', 'failed to download package'],
  ])('tells the words of the compiler for %s', async (_what, source, words) => {
    await expect(renderer.render({ source }, contract)).rejects.toMatchObject({
      code: 'document.not-rendered',
      facts: { diagnostics: expect.arrayContaining([expect.stringContaining(words)]) },
    });
  });

  it('renders a template of the folder with what it imports, and none outside', async () => {
    const templateFolder = await mkdtemp(join(tmpdir(), 'templates-'));
    await writeFile(join(templateFolder, 'style.typ'), '#let page(it) = { set text(font: "Noto Sans SC", fallback: false); it }');
    await writeFile(join(templateFolder, 'notice.typ'), '#import "style.typ": page\n#show: page\n公示通知');
    const local = new PdfRenderer({ templateFolder });
    expectText(await local.render({ path: 'notice.typ' }, contract), '公示通知');
    await expect(local.render({ path: '../outside.typ' }, contract)).rejects.toMatchObject({ code: 'document.not-rendered' });
    await local.close();
    await rm(templateFolder, { recursive: true });
  });

  it('goes on after a document that takes too long', async () => {
    const hasty = new PdfRenderer({ timeoutMs: 1500 });
    const endless = hasty.render({ source: ENDLESS }, contract);
    const next = hasty.render({ source: CONTRACT }, contract);
    await expect(endless).rejects.toThrow('took longer than 1500 ms');
    expectText(await next, contract.title);
    await hasty.close();
  }, 20_000);

  it('takes nothing after it is closed', async () => {
    const short = new PdfRenderer();
    await short.close();
    await expect(short.render({ source: CONTRACT }, contract)).rejects.toThrow('closed');
  });
});
