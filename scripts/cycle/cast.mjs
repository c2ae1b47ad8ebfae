import { setTimeout as sleep } from 'node:timers/promises';
import { Browser } from './browser.mjs';

export const PASSWORD = 'rain on the old canal';

/** The people of a rehearsal: they come in through the same doors as everybody. Any number may come in at once. */
export class Cast {
  /** In the order of their coming: role, name, address, and the browser that they sit at. */
  accounts = [];

  constructor(base, counts) {
    Object.assign(this, { base, counts });
  }

  browser() {
    return new Browser(this.base, this.counts);
  }

  /** The first administrator, by the link that founding the platform printed. */
  async administrator(email, link) {
    const account = this.#note({ role: 'administrator', name: '系统管理员', email });
    this.admin = account.browser = await this.#accept(email, link);
    await this.admin.enrol();
    return this.admin;
  }

  /** Somebody of the staff: invited by the administrator, a password chosen, an authenticator set up. */
  async staff(role, name, nodeId) {
    const at = this.accounts.filter((one) => one.role === role).length + 1;
    const email = `${role.replaceAll('_', '-')}-${at}@example.org`;
    const account = this.#note({ role, name, email });
    const { id } = await this.admin.post('/admin/accounts', { email, name, roles: [{ role, nodeId }] });
    const browser = (account.browser = await this.#accept(email, await this.#linkFor(email)));
    await browser.enrol();
    return Object.assign(browser, { id, email, personName: name });
  }

  /** Somebody who registers by herself. */
  async applicant(name, at) {
    const email = `applicant-${at}@example.org`;
    const browser = this.browser();
    this.#note({ role: 'applicant', name, email, browser });
    await browser.post('/accounts', { email, name, password: PASSWORD });
    await browser.post('/accounts/confirmation', { token: tokenOf(await this.#linkFor(email)) });
    await browser.signIn(email, PASSWORD);
    return Object.assign(browser, { email, personName: name });
  }

  #note(account) {
    this.accounts.push(account);
    return account;
  }

  async #accept(email, link) {
    const browser = this.browser();
    await browser.post('/invitations/acceptance', { token: tokenOf(link), password: PASSWORD });
    await browser.signIn(email, PASSWORD);
    return browser;
  }

  /** The letter leaves through the worker; without a mail server it lies among the kept ones. */
  async #linkFor(email) {
    for (let tries = 0; tries < 300; tries += 1) {
      await sleep(200);
      const [letter] = await this.admin.get(`/kept-mail?to=${encodeURIComponent(email)}`);
      const link = /https?:\/\/\S+#token=\S+/.exec(letter?.text ?? '')?.[0];
      if (link) return link;
    }
    throw new Error(`No letter reached ${email} within a minute.`);
  }
}

const tokenOf = (link) => link.split('#token=')[1];
