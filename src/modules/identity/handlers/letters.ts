import { Injectable } from '@nestjs/common';
import { WallClock } from '#libs/clock';
import { newId } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import type { Account } from '../domain/account.js';
import { PeopleToBeTold } from '../identity.events.js';
import { LinkStore, type LinkPurpose } from '../store/link.store.js';

interface Letter {
  readonly title: Sentence;
  readonly body: Sentence;
  readonly page: string;
}

/** What each letter says; the link follows it. */
const LETTERS: Record<LinkPurpose, Letter> = {
  invitation: {
    title: say('邀请您使用琼香公益创投平台', 'You are invited to Qiongxiang'),
    body: say('{name}，您好！请在 30 分钟内打开链接并设置密码，链接只能使用一次。', 'Dear {name}, please open the link within 30 minutes and choose a password. It works once.'),
    page: '/invitation',
  },
  confirmation: {
    title: say('请确认您的邮箱', 'Please confirm your address'),
    body: say('{name}，您好！请在 30 分钟内打开链接以确认邮箱，链接只能使用一次。', 'Dear {name}, please open the link within 30 minutes to confirm your address. It works once.'),
    page: '/confirmation',
  },
  password_reset: {
    title: say('重设密码', 'Reset your password'),
    body: say('{name}，您好！请在 30 分钟内打开链接并设置新密码。如非您本人操作，请忽略此邮件。', 'Dear {name}, please open the link within 30 minutes and choose a new password. If this was not you, ignore this letter.'),
    page: '/password-reset',
  },
};

const TAKEN: Letter = {
  title: say('您已有账号', 'You have an account already'),
  body: say('{name}，您好！有人用您的邮箱注册，但您已有账号。请直接登录，忘记密码可以重设。', 'Dear {name}, somebody registered with your address, but you have an account already. Please sign in, or reset your password.'),
  page: '/sign-in',
};

/** Letters that carry a single-use link. Written inside the caller's transaction, sent after it. */
@Injectable()
export class Letters {
  constructor(
    private readonly links: LinkStore,
    private readonly events: Events,
    private readonly wall: WallClock,
  ) {}

  /** The secret stands behind `#`, which browsers send to nobody: it stays out of logs and referrers. */
  async sendLink(account: Account, purpose: LinkPurpose): Promise<void> {
    const secret = await this.links.make(account.id, purpose, this.wall.now());
    await this.tell(account, LETTERS[purpose], `${LETTERS[purpose].page}#token=${secret}`);
  }

  /** Tells the owner of an address that it was tried; the one who tried learns nothing. */
  async sendTaken(account: Account): Promise<void> {
    await this.tell(account, TAKEN, TAKEN.page);
  }

  private async tell(account: Account, letter: Letter, link: string): Promise<void> {
    const { email, name, language } = account;
    await this.events.tell(PeopleToBeTold, {
      to: { address: { email, name, language } },
      kind: 'direct-mail',
      title: letter.title,
      body: letter.body,
      facts: { name },
      link,
      key: newId<string>(),
    });
  }
}
