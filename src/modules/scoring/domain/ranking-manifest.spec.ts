import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { aRandomRound } from '../../../../test/support/scoring/a-random-round.js';
import { aBloc, aStage, aTree, anApplication, sheets } from '../../../../test/support/scoring/a-score-tree.js';
import { exactJson } from './exact-json.js';
import { sealRanking } from './ranking-manifest.js';
import { withOrders } from './score-tree/open-ties.js';
import type { SheetScores } from './score-tree/sheets.js';
import type { ScoreTree } from './score-tree/tree.js';
import { drawLots, lotCommitment } from './tie-decision.js';

const script = join(process.cwd(), 'scripts/verify-ranking.mjs');
const folder = mkdtempSync(join(tmpdir(), 'ranking-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SECRET = '5e'.repeat(32);
const same = (judgeId: string) => judgeId;

function verify(jsons: readonly string[], ...flags: string[]) {
  const files = jsons.map((json, at) => {
    const file = join(folder, `${at}.json`);
    writeFileSync(file, json);
    return file;
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...files, ...flags], { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const round = () =>
  sealRanking(
    aTree([aStage('written', '40'), aStage('roadshow', '60')], { tieBreak: [{ by: 'stage', stageId: 'roadshow' }] }),
    {
      applications: [
        anApplication('A', [...sheets('written', 'panel', ['80', '81', '81']), ...sheets('roadshow', 'panel', ['91', 'recused'])]),
        anApplication('B', [...sheets('written', 'panel', ['88', null]), ...sheets('roadshow', 'panel', ['90', '85'])]),
        anApplication('C', sheets('written', 'panel', ['88'])),
      ],
    },
    (judgeId) => judgeId.replace('judge-', '评委'),
  );

describe('a published ranking', () => {
  it('is recomputed to the digit by the stand-alone script', () => {
    const sealed = round();
    expect(sealed.manifest.results).toEqual([
      { applicationId: 'A', total: '86.87', groupNormalised: null, rank: 2, rankInGroup: null, notRankable: [] },
      { applicationId: 'B', total: '87.70', groupNormalised: null, rank: 1, rankInGroup: null, notRankable: [] },
      { applicationId: 'C', total: null, groupNormalised: null, rank: null, rankInGroup: null, notRankable: ['score.below_quorum'] },
    ]);
    expect(verify([sealed.json], `--sha256=${sealed.sha256}`)).toMatchObject({ status: 0 });
  });

  it('names an application by its public number, from which nothing is reckoned', () => {
    const bare = round();
    const applications = bare.manifest.applications.map((one) => ({ ...one, number: `MULAN-2026-1-000${one.id}` }));
    const numbered = JSON.stringify({ ...bare.manifest, applications });
    expect(verify([numbered]).status).toBe(0);
    expect(verify([numbered.replace('"86.87"', '"86.88"')]).output).toContain('MULAN-2026-1-000A (A) total');
    expect(verify([bare.json.replace('"86.87"', '"86.88"')]).output).toContain('A total');
  });

  it.each([
    ['one digit of a total', '"86.87"', '"86.88"'],
    ['a rank', '"rank":2', '"rank":1'],
    ['one point of one judge', '"overall":"91"', '"overall":"92"'],
    ['a weight', '"weight":"40"', '"weight":"41"'],
  ])('is exposed when %s was changed', (_, from, to) => {
    const { json } = round();
    expect(json).toContain(from);
    expect(verify([json.replace(from, to)]).status).toBe(1);
  });

  it('is exposed when a result was taken out, or when the hash is not that of the notice', () => {
    const { json, manifest } = round();
    expect(verify([exactJson({ ...manifest, results: manifest.results.slice(1) })]).status).toBe(1);
    const other = verify([json], `--sha256=${'0'.repeat(64)}`);
    expect(other).toMatchObject({ status: 1, output: expect.stringContaining('sha256:') });
  });

  it('is checked by the program under the name that a browser gives to a second download, and never passed over in silence', () => {
    const { json, sha256 } = round();
    const copy = join(folder, 'verify-ranking (1).mjs');
    copyFileSync(script, copy);
    writeFileSync(join(folder, 'forged.json'), json.replace('"86.87"', '"86.88"'));
    const forged = spawnSync(process.execPath, [copy, join(folder, 'forged.json')], { encoding: 'utf8' });
    expect(forged).toMatchObject({ status: 1, stdout: expect.stringMatching(/DIFFERS[^]*A total: 公布\/published 86\.88 ≠ 重算\/recomputed 86\.87/) });
    expect(verify([])).toMatchObject({ status: 2, output: expect.stringContaining('USAGE') });
    expect(verify([json]).output).toContain('未给出公布的哈希值');
    expect(verify([json], `--sha256=${sha256.toUpperCase()}`)).toMatchObject({ status: 0, output: expect.not.stringContaining('未给出') });
  });

  it('cannot be checked when the file is not a manifest', () => {
    expect(verify(['{"method":"other"}']).status).toBe(2);
  });

  it('names judges as published, never a draft, never the marks of a recused judge', () => {
    const { json } = round();
    expect(json).toContain('评委01');
    expect(json).not.toContain('judge-');
    const hidden = sheets('s', 'panel', ['80', '70.125', '60.375']).map((sheet, at) => ({
      ...sheet,
      state: (['submitted', 'recused', 'missing'] as const)[at]!,
    }));
    const sealed = sealRanking(aTree([aStage('s', '100')]), { applications: [anApplication('A', hidden)] }, same);
    expect(sealed.json).not.toMatch(/70\.125|60\.375/);
    expect(verify([sealed.json]).status).toBe(0);
  });

  it('is refused when two judges would appear under one name', () => {
    const input = { applications: [anApplication('A', sheets('s', 'panel', ['80', '90']))] };
    expect(() => sealRanking(aTree([aStage('s', '100')]), input, () => '评委')).toThrow('score.alias_shared');
  });

  it('seals to the same bytes in any order, and the hash is that of the bytes', () => {
    fc.assert(
      fc.property(aRandomRound(), ([tree, scores]) => {
        const turned = {
          applications: [...scores.applications].reverse().map((each) => ({ ...each, sheets: [...each.sheets].reverse() })),
        };
        const sealed = sealRanking(tree, scores, same);
        expect(sealRanking(tree, turned, same)).toEqual(sealed);
        expect(createHash('sha256').update(sealed.json).digest('hex')).toBe(sealed.sha256);
      }),
      { numRuns: 50 },
    );
  });

  it('agrees with the script over three hundred random rounds, and disagrees once a digit is moved', () => {
    const rounds = fc.sample(aRandomRound(), 300).map(([tree, scores]) => drawnAndSealed(tree, scores));
    const sound = verify(rounds.map((each) => each.json));
    expect(sound.output.split('\n').filter((line) => line !== '' && !/^(一致|未给出)/.test(line))).toEqual([]);
    expect(sound.status).toBe(0);
    const moved = rounds.flatMap(({ manifest }) => {
      const at = manifest.results.findIndex((each) => each.total !== null);
      if (at < 0) return [];
      const results = manifest.results.map((each, index) => (index === at ? { ...each, total: nextDigit(each.total!) } : each));
      return [exactJson({ ...manifest, results })];
    });
    expect(verify(moved).output.match(/不一致/g)).toHaveLength(moved.length);
  });
});

/** Whoever the round gave a number gets it from a lot instead, as no other number is accepted. */
function drawnAndSealed(tree: ScoreTree, { applications }: SheetScores) {
  const ids = applications.filter(({ lot }) => lot !== undefined).map(({ id }) => id).sort();
  const order = drawLots(ids, SECRET, '09 17');
  const scores = applications.map((each) => (each.lot === undefined ? each : { ...each, lot: order.indexOf(each.id) + 1 }));
  const draw = { applicationIds: ids, source: '双色球2026137期', secret: SECRET, commitment: lotCommitment(SECRET), publicValue: '09 17' };
  return sealRanking(tree, { applications: scores }, same, ids.length > 0 ? [draw] : []);
}

describe('a ranking that a lot has settled', () => {
  const equals = ['A', 'B', 'C', 'D', 'E', 'F'];
  const tied = equals.map((id) => anApplication(id, sheets('s', 'panel', ['80'])));
  const tree = aTree([aStage('s', '100')], { tieBreak: [{ by: 'lot' }] });
  const order = drawLots(equals, SECRET, '09 17');
  const drawn = { applicationIds: equals, source: '双色球2026137期', secret: SECRET, commitment: lotCommitment(SECRET), publicValue: '09 17' };
  const sealed = () => sealRanking(tree, withOrders(tree, { applications: tied }, [{ way: 'lot', order }]).scores, same, [drawn]);

  it('is drawn again by the script alone, commitment, seed and order', () => {
    const { manifest, json } = sealed();
    expect([...manifest.results].sort((a, b) => a.rank! - b.rank!).map(({ applicationId }) => applicationId)).toEqual(order);
    expect(verify([json]).status).toBe(0);
  });

  it.each([
    ['another number is put in place of the one that came out', '09 17', '09 18'],
    ['the secret is another than the one committed to', SECRET, SECRET.replace('5', '6')],
    ['somebody gets a better lot', '"lot":3', '"lot":1'],
  ])('is exposed when %s', (_, from, to) => {
    const { json } = sealed();
    expect(json).toContain(from);
    expect(verify([json.replace(from, to)]).status).toBe(1);
  });

  it('is exposed when lots are published without their draw', () => {
    const { manifest } = sealed();
    expect(verify([exactJson({ ...manifest, draws: undefined })]).output).toContain('lot');
  });
});

function nextDigit(total: string): string {
  return total.slice(0, -1) + ((Number(total.at(-1)) + 1) % 10);
}

describe('canonical JSON', () => {
  it('orders keys, leaves out what is absent and refuses fractions', () => {
    expect(exactJson({ b: [1, null, true], a: 'é"', c: undefined })).toBe('{"a":"é\\"","b":[1,null,true]}');
    expect(() => exactJson({ a: 0.1 })).toThrow(RangeError);
  });
});

describe('a contest of boards', () => {
  const panels = [{ ...aBloc('women', '100'), boards: ['women'] }, { ...aBloc('children', '100'), boards: ['children'] }];
  const of = (id: string, boardId: string, scores: readonly string[]) => ({ ...anApplication(id, sheets('written', boardId, scores)), boardId });
  const sealed = () => sealRanking(aTree([aStage('written', '100', panels)]), { applications: [of('A', 'women', ['70']), of('B', 'women', ['80']), of('C', 'children', ['60']), of('D', 'children', ['90'])] }, same);

  it('ranks each board by its own panel, and the stand-alone script comes to the same', () => {
    const { manifest, json } = sealed();
    expect(manifest.results.map(({ applicationId, total, rank }) => [applicationId, total, rank])).toEqual([['A', '70.00', 2], ['B', '80.00', 1], ['C', '60.00', 2], ['D', '90.00', 1]]);
    expect(verify([json])).toMatchObject({ status: 0 });
    expect(verify([json.replaceAll('"boardId":"women"', '"boardId":"children"')]).status).toBe(1);
  });

  it('asks for weights that make up the whole in every board', () => {
    const short = [{ ...panels[0]!, weight: '90' }, panels[1]!];
    expect(() => sealRanking(aTree([aStage('written', '100', short)]), { applications: [] }, same)).toThrow('score.tree_faulty');
  });
});
