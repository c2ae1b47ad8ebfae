import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { AddressObject } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { DevelopmentMailer, SmtpMailer, isMailAddress } from '#libs/mail';
import type { KeptMail, Mail, Mailer } from '#libs/mail';

interface Subject {
  mailer: Mailer;
  /** What arrived, in order. */
  arrived: KeptMail[];
  close(): Promise<void>;
}

const sender = { name: '琼香平台', address: 'noreply@qiongxiang.example' };

async function inDevelopment(): Promise<Subject> {
  const arrived: KeptMail[] = [];
  const sink = { keep: async (mail: KeptMail) => void arrived.push(mail) };
  return { mailer: new DevelopmentMailer(sink, sender), arrived, close: async () => undefined };
}

async function received(raw: Buffer): Promise<KeptMail> {
  const letter = await simpleParser(raw);
  const to = letter.to as AddressObject;
  expect(letter.headers.get('auto-submitted')).toBe('auto-generated');
  expect([letter.cc, letter.bcc, letter.replyTo, letter.attachments.length]).toEqual([undefined, undefined, undefined, 0]);
  // The head names the sender and the one reader, and nobody else under any other heading.
  expect(letter.headerLines.filter(({ key }) => !['from', 'to', 'message-id'].includes(key)).map(({ line }) => line).join('\n')).not.toContain('@');
  return {
    key: 'not carried by the letter',
    messageId: letter.messageId ?? '',
    from: letter.from?.value[0] as KeptMail['from'],
    to: to.value.map((one) => one.address).join(),
    subject: letter.subject ?? '',
    text: (letter.text ?? '').trimEnd(),
    ...(typeof letter.html === 'string' ? { html: letter.html.trimEnd() } : {}),
  };
}

/** Takes letters, except for those to `gone@…` (refused for good) and `busy@…` (refused for now). */
async function serve(arrived: KeptMail[]): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = address.startsWith('gone@') ? 550 : address.startsWith('busy@') ? 451 : undefined;
      done(code === undefined ? null : Object.assign(new Error('no'), { responseCode: code }));
    },
    onData(stream, _session, done) {
      void (async () => {
        arrived.push(await received(Buffer.concat(await stream.toArray())));
      })().then(() => done(), done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function bySmtp(): Promise<Subject> {
  const arrived: KeptMail[] = [];
  const server = await serve(arrived);
  const { port } = server.server.address() as AddressInfo;
  const mailer = new SmtpMailer({ host: '127.0.0.1', port, secure: false, allowPlain: true, sender });
  return {
    mailer,
    arrived,
    close: async () => {
      mailer.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const letter: Mail = {
  key: 'award-notice:01920000-0000-7000-8000-000000000001',
  to: 'chen.zhe@example.org',
  subject: '公示结果通知：〇二六年度“她力量”项目',
  text: '陈喆老师：\n贵机构的项目已列入公示名单。\n.\n以上。',
};

describe.each([
  ['DevelopmentMailer', inDevelopment],
  ['SmtpMailer', bySmtp],
])('%s keeps the promises of a mailer', (_name, open) => {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  beforeEach(() => {
    subject.arrived.length = 0;
  });
  afterAll(() => subject.close());

  it('delivers a Chinese letter as it was written', async () => {
    await subject.mailer.send(letter);
    expect(subject.arrived).toHaveLength(1);
    const { to, subject: title, text } = letter;
    expect(subject.arrived[0]).toMatchObject({ to, subject: title, text, from: sender });
    expect(subject.arrived[0]).not.toHaveProperty('html');
  });

  it('delivers the HTML beside the text', async () => {
    await subject.mailer.send({ ...letter, html: '<p>陈喆老师：</p>' });
    expect(subject.arrived[0]).toMatchObject({ text: letter.text, html: '<p>陈喆老师：</p>' });
  });

  it('makes the key the Message-ID, the same at every attempt', async () => {
    const first = await subject.mailer.send(letter);
    const second = await subject.mailer.send({ ...letter, subject: '再次发送' });
    expect(second).toEqual(first);
    expect(first.messageId).toBe(
      '<award-notice/01920000-0000-7000-8000-000000000001@qiongxiang.example>',
    );
    expect(subject.arrived.map((mail) => mail.messageId)).toEqual([first.messageId, first.messageId]);
  });

  it('keeps the Message-IDs of long keys short and apart', async () => {
    const [one, two] = await Promise.all(
      ['1', '2'].map((end) => subject.mailer.send({ ...letter, key: `${'a'.repeat(150)}${end}` })),
    );
    expect(one?.messageId).not.toBe(two?.messageId);
    expect(one?.messageId.length).toBeLessThan(90);
  });

  it.each([
    ['a second header in the subject', { subject: '结果\r\nBcc: everybody@example.org' }],
    ['a bare line feed in the subject', { subject: '结果\nBcc: everybody@example.org' }],
    ['a line separator in the subject', { subject: '结果\u2028x' }],
    ['an empty subject', { subject: '  ' }],
    ['a second header in the address', { to: 'a@example.org\r\nBcc: b@example.org' }],
    ['two addresses', { to: 'a@example.org, b@example.org' }],
    ['an address with a name', { to: 'Chen <a@example.org>' }],
    ['a route in the address', { to: '@evil.example:a@example.org' }],
    ['a quoted address', { to: '"a b"@example.org' }],
    ['a line end in the key', { key: 'notice\r\nX: 1' }],
    ['an angle bracket in the key', { key: 'a>b' }],
    ['two dots in a row in the key', { key: 'a..b' }],
  ])('refuses %s and sends nothing', async (_what, part) => {
    await expect(subject.mailer.send({ ...letter, ...part })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'mail.malformed',
      facts: { problems: [{ path: Object.keys(part)[0] }] },
    });
    expect(subject.arrived).toEqual([]);
  });
});

describe('SmtpMailer', () => {
  it('tells a final refusal from a failure of the moment', async () => {
    const { mailer, close } = await bySmtp();
    await expect(mailer.send({ ...letter, to: 'gone@example.org' })).rejects.toMatchObject({
      kind: 'refused',
      code: 'mail.refused',
    });
    await expect(mailer.send({ ...letter, to: 'busy@example.org' })).rejects.toMatchObject({ responseCode: 451 });
    await close();
  });

  it('does not send over a connection that it cannot encrypt unless told to', async () => {
    const arrived: KeptMail[] = [];
    const server = await serve(arrived);
    const { port } = server.server.address() as AddressInfo;
    const mailer = new SmtpMailer({ host: '127.0.0.1', port, secure: false, sender });
    await expect(mailer.send(letter)).rejects.toThrow();
    expect(arrived).toEqual([]);
    mailer.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
});

describe('isMailAddress', () => {
  it.each(['a@b.cn', 'a.b+c@mail.example.com', 'root@localhost'])('takes %s', (text) => {
    expect(isMailAddress(text)).toBe(true);
  });

  it('takes no time over a hostile text', () => {
    const begun = performance.now();
    expect(isMailAddress(`a@${'a.'.repeat(100)}${'-'.repeat(40)}!`)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(50);
  });
});
