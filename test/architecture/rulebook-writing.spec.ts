/// <reference lib="dom" />
import { rulebookSchema } from '../../src/modules/calls/domain/rulebook/schema/rulebook-schema.js';
import { validateRulebook } from '../../src/modules/calls/domain/rulebook/validate-rulebook.js';
import { Problem, Unreachable } from '../../web/src/api/problem.js';
import { RulesSender } from '../../web/src/features/calls/rulebook/editor/rules-sender.js';
import { readList, readMeasure, shownFor, writeList, writeMeasure } from '../../web/src/features/calls/rulebook/fields/typed-value.js';

import { blankItem } from '../../web/src/features/calls/rulebook/blank.js';
import { nodeAt, shapeOf, type SchemaNode } from '../../web/src/features/calls/rulebook/schema.js';
import { emptyRulebook } from '../../web/src/features/calls/rulebook/start-book.js';

type Book = ConstructorParameters<typeof RulesSender>[1]['book'];

describe('the value of a condition', () => {
  it.each([
    ['300000', true, 30_000_000], ['３０万', true, null], ['１２，３４５．６', true, 1_234_560], ['0.5', true, 50], ['0.555', true, null], ['', true, null],
    ['12', false, 12], ['１２', false, 12], ['1,200', false, 1200], ['-3.5', false, -3.5], ['3.', false, 3], ['', false, null], ['0x10', false, null], ['1e3', false, null], ['Infinity', false, null], ['十二', false, null],
  ])('“%s” (money: %p) is read as %p', (text, money, value) => {
    expect(readMeasure(text, money)).toBe(value);
  });

  it.each([[30_000_000, true, '300000'], [1_234_560, true, '12345.60'], [50, true, '0.50'], [12, false, '12']])('%p (money: %p) is written as “%s”, and read as the same again', (value, money, text) => {
    expect(writeMeasure(value, money)).toBe(text);
    expect(readMeasure(text, money)).toBe(value);
  });

  it('of several answers is divided as people divide them, and leaves out what is empty', () => {
    expect(readList(' 小学、初中, 高中，，、')).toEqual(['小学', '初中', '高中']);
    expect(writeList(readList('小学，初中'))).toBe('小学、初中');
  });

  it('stands as it is being typed, until the row is given another one', () => {
    const typed = { text: '0.5', readAs: writeMeasure(50, true) };
    expect(shownFor(typed, '0.50')).toBe('0.5');
    expect(shownFor(typed, '300000')).toBe('300000');
    // Nothing that is a number stands there yet: the value is the old one, and so is what it was read as.
    expect(shownFor({ text: '', readAs: '300000' }, '300000')).toBe('');
  });
});

/** Keeps one version after the other, as the platform does; without a line no answer comes. */
class Server {
  line = true;
  version = 3;
  readonly taken: { book: Book; version: number; reason: string | undefined }[] = [];

  readonly put = async (book: Book, version: number, reason: string | undefined) => {
    if (!this.line) throw new Unreachable('no network');
    if (version !== this.version) throw new Problem(412, 'version_outdated', '规则已被他人修改');
    this.taken.push({ book, version, reason });
    this.version += 1;
    return { version: this.version };
  };
}

const book = (title: string) => ({ title }) as unknown as Book;

function aPage() {
  const server = new Server();
  const store = { book: book('first') };
  return { server, store, sender: new RulesSender(store, { version: 3, book: store.book }, server.put) };
}

const DRAFTING = { automatic: true, conflict: false };

describe('what a new row begins with', () => {
  const root = rulebookSchema as SchemaNode;

  it('leaves empty what may be left empty, and makes up no name of another part', () => {
    const boards = shapeOf(root, nodeAt(root, ['boards'], {})!);
    const board = boards.kind === 'list' ? blankItem(root, boards.items, {}, ['boards']) : undefined;
    expect(board).toEqual({ key: 'board-1', title: { zh: '', en: '' }, categories: [], poolFen: 0, awards: null });
  });

  it('of a call begun from nothing is nothing that nobody could put right: every value of its kind, every row with a key', () => {
    const { problems } = validateRulebook(emptyRulebook(root, { zh: '新的征集', en: 'A new call' }, 2027));
    expect(problems.filter(({ code, path }) => ['wrong_type', 'field_missing', 'unknown_variant'].includes(code) || /\.key$/.test(path))).toEqual([]);
    expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['categories.0.title.zh', 'applicants.types', 'deadline.at']));
  });
});

describe('rules that are being written', () => {
  it('go one version after the other, each with the number that the last has got, and not again when nothing has changed', async () => {
    const { server, store, sender } = aPage();
    store.book = book('second');
    const first = sender.send();
    store.book = book('third');
    await Promise.all([first, sender.send('更正金额'), sender.send()]);
    expect(server.taken).toEqual([{ book: book('third'), version: 3, reason: undefined }]);
    store.book = book('fourth');
    await sender.send('更正金额');
    expect(server.taken.at(-1)).toEqual({ book: book('fourth'), version: 4, reason: '更正金额' });
    expect([sender.dirty, sender.kept.version]).toEqual([false, 5]);
  });

  it('go once the line is back, with the number they had, though sending has failed before', async () => {
    const { server, store, sender } = aPage();
    server.line = false;
    store.book = book('second');
    await expect(sender.send()).rejects.toThrow(Unreachable);
    expect([sender.dirty, sender.goesAgain(DRAFTING)]).toEqual([true, true]);
    server.line = true;
    await sender.send();
    expect(server.taken).toEqual([{ book: book('second'), version: 3, reason: undefined }]);
    expect(sender.goesAgain(DRAFTING)).toBe(false);
  });

  it('wait for a person where they are published already, or where somebody else has saved meanwhile', async () => {
    const { server, store, sender } = aPage();
    server.version = 7;
    store.book = book('mine');
    expect(sender.goesAgain({ automatic: false, conflict: false })).toBe(false);
    await expect(sender.send()).rejects.toMatchObject({ status: 412 });
    expect(sender.goesAgain({ automatic: true, conflict: true })).toBe(false);
    expect(server.taken).toEqual([]);
    sender.settle({ version: 7, book: book('theirs') });
    await sender.send();
    expect(server.taken).toEqual([{ book: book('mine'), version: 7, reason: undefined }]);
  });

  it('are theirs once theirs are taken, and nothing is sent', async () => {
    const { server, store, sender } = aPage();
    store.book = book('mine');
    const theirs = book('theirs');
    sender.settle({ version: 7, book: theirs });
    store.book = theirs;
    await sender.send();
    expect([server.taken, sender.dirty, sender.goesAgain(DRAFTING)]).toEqual([[], false, false]);
  });
});
