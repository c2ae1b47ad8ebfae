/// <reference lib="dom" />
import { Problem } from '../../web/src/api/problem.js';
import type { DocumentView } from '../../web/src/api/index.js';
import { FileSender } from '../../web/src/features/applications/form/file-sender.js';

interface Way {
  readonly file: File;
  readonly key: string;
  readonly signal: AbortSignal;
  readonly arrive: () => void;
  readonly refuse: (error: Error) => void;
}

/** A sender whose files arrive when the test says so. */
function aSender() {
  const ways: Way[] = [];
  const arrived: string[] = [];
  const sender = new FileSender(
    (_, { id }) => void arrived.push(id),
    (file, { key, signal } = {}) => new Promise<DocumentView>((resolve, reject) => {
      signal!.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      ways.push({ file, key: key!, signal: signal!, arrive: () => resolve({ id: `document of ${file.name}`, name: file.name } as DocumentView), refuse: reject });
    }),
  );
  return { sender, ways, arrived };
}

const file = (name: string) => new File(['%PDF-1.4'], name);
const settle = () => new Promise((done) => setImmediate(done));
const states = (sender: FileSender) => sender.files().map(({ name, state, final }) => [name, state, final ?? false]);

describe('files on their way up', () => {
  it('are told in the order in which they were chosen, however fast each comes, behind what was there before', async () => {
    const { sender, ways, arrived } = aSender();
    sender.add('attachments.bank', [file('一'), file('二'), file('三')]);
    for (const at of [2, 0, 1]) {
      ways[at]!.arrive();
      await settle();
    }
    expect(arrived).toEqual(['document of 三', 'document of 一', 'document of 二']);
    expect(sender.inTurn(['document of earlier', ...arrived])).toEqual(['document of earlier', 'document of 一', 'document of 二', 'document of 三']);
    expect([sender.isBusy(), sender.files()]).toEqual([false, []]);
  });

  it('do not arrive once they were removed', async () => {
    const { sender, ways, arrived } = aSender();
    sender.add('attachments.bank', [file('一')]);
    sender.drop(sender.files()[0]!.id);
    ways[0]!.arrive();
    await settle();
    expect([ways[0]!.signal.aborted, arrived, sender.files()]).toEqual([true, [], []]);
  });

  it('are tried again under the same key, but not what is refused for what is in it', async () => {
    const { sender, ways } = aSender();
    sender.add('attachments.bank', [file('一'), file('二')]);
    ways[0]!.refuse(new Problem(409, 'uploads_too_many', '同时上传的文件太多'));
    ways[1]!.refuse(new Problem(400, 'file.empty', '文件是空的'));
    await settle();
    expect(states(sender)).toEqual([['一', 'failed', false], ['二', 'failed', true]]);
    sender.retry(sender.files()[0]!.id);
    expect([ways[2]!.key === ways[0]!.key, sender.isBusy()]).toEqual([true, true]);
  });

  it('that an ended session has stopped go on once she has signed in again', async () => {
    const { sender, ways, arrived } = aSender();
    sender.add('attachments.bank', [file('一')]);
    ways[0]!.refuse(new Problem(401, 'signed_out', '请先登录'));
    await settle();
    sender.resume();
    ways[1]!.arrive();
    await settle();
    expect(arrived).toEqual(['document of 一']);
  });
});
