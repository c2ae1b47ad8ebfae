import type { FileQuestion } from '#modules/calls';
import { checkHandedIn, type HandedInFile } from './handed-in-files.js';

const question = { key: 'licence', kind: 'file', accept: ['pdf', 'jpg'], maxFiles: 3, maxBytes: 2_097_152 } as FileQuestion;
const form = { sections: [{ key: 'papers', questions: [question] }] } as never;
const file = (change: Partial<HandedInFile> = {}): HandedInFile => ({ id: 'one', name: '证书', mediaType: 'application/pdf', bytes: 1000, scan: 'clean', ...change });
const codes = (files: HandedInFile[], answer: unknown = files.map(({ id }) => id)) => checkHandedIn({ form }, { papers: { licence: answer } }, files).map(({ code, path }) => [code, path]);

describe('the files of an answer', () => {
  it('stand where their kind and size are what the question accepts', () => {
    expect(codes([file(), file({ id: 'two', mediaType: 'image/jpeg' })])).toEqual([]);
  });

  it.each([
    ['file_kind_not_accepted', file({ mediaType: 'image/png' })],
    ['file_kind_not_accepted', file({ mediaType: 'video/mp4' })],
    ['file_too_big', file({ bytes: 2_097_153 })],
    ['file_infected', file({ scan: 'infected' })],
  ])('are named with %s at their question', (code, bad) => {
    expect(codes([file({ id: 'sound' }), bad])).toEqual([[code, 'papers.licence']]);
  });

  it('are looked at only where an answer names them', () => {
    expect(codes([file({ scan: 'infected' })], [])).toEqual([]);
    expect(codes([file({ scan: 'infected' })], 'not a list')).toEqual([]);
  });
});
