import { generateSync } from 'otplib';

/** An answer that says no: the problem as the platform words it (RFC 9457). */
export class Refusal extends Error {
  constructor(method, path, status, problem) {
    super(`${method} ${path} → ${status} ${problem?.code ?? ''} ${problem?.detail ?? ''} ${JSON.stringify(problem?.problems ?? '')}`.slice(0, 600));
    Object.assign(this, { status, problem });
  }
}

/** One person's browser: keeps her cookie, sends the token of her session, and can give her second factor. */
export class Browser {
  /** The code that was given last. */
  #given;
  #cookies = new Map();
  #token;

  /** @param {{requests: number, signal?: AbortSignal}} counts shared by everybody; `signal` ends what is under way */
  constructor(base, counts) {
    Object.assign(this, { base, counts });
  }

  get = (path) => this.#send('GET', path);
  post = (path, body = {}) => this.#send('POST', path, body);
  put = (path, body) => this.#send('PUT', path, body);

  async upload(name, content) {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    return (await this.#send('POST', '/documents', form)).id;
  }

  async bytes(path) {
    const response = await fetch(`${this.base}/api${path}`, { headers: this.#headers('GET') });
    if (!response.ok) throw new Refusal('GET', path, response.status);
    return Buffer.from(await response.arrayBuffer());
  }

  /** @returns the refusal's code when the platform says no, and fails when it says yes */
  async refusedTo(path, body = {}) {
    try {
      await this.post(path, body);
    } catch (error) {
      if (error instanceof Refusal) return { code: error.problem?.code, reason: error.problem?.detail };
      throw error;
    }
    throw new Error(`POST ${path} should have been refused.`);
  }

  async signIn(email, password) {
    this.#cookies.clear();
    this.#token = undefined;
    await this.post('/session', { email, password });
  }

  /** Sets an authenticator up; within the next five minutes the second factor is fresh. */
  async enrol() {
    const { secret } = await this.post('/second-factor');
    this.#given = generateSync({ secret });
    await this.post('/second-factor/confirmation', { code: this.#given });
    this.secret = secret;
  }

  /**
   * Gives the second factor again. A code serves once: within the half minute of the last one it is still fresh anyway, and to give that one
   * again would count against her, until she is kept out for a while.
   */
  async freshen() {
    const code = generateSync({ secret: this.secret });
    if (code === this.#given) return;
    this.#given = code;
    try {
      await this.post('/session/second-factor', { code });
    } catch (error) {
      if (!(error instanceof Refusal) || error.status >= 500) throw error;
    }
  }

  /** The second factor is fresh afterwards: set up the first time, given again later. */
  prove() {
    return this.secret === undefined ? this.enrol() : this.freshen();
  }

  async #send(method, path, body) {
    const form = body instanceof FormData || body === undefined;
    const response = await fetch(`${this.base}/api${path}`, { method, headers: this.#headers(method, form ? {} : { 'content-type': 'application/json' }), body: form ? body : JSON.stringify(body), signal: this.counts.signal });
    this.counts.requests += 1;
    this.#keepCookies(response);
    const text = await response.text();
    const answer = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) throw new Refusal(method, path, response.status, answer);
    if (answer?.csrfToken) this.#token = answer.csrfToken;
    return answer;
  }

  #keepCookies(response) {
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0].split(/=(.*)/s);
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }

  #headers(method, more = {}) {
    return {
      ...more,
      ...(method !== 'GET' && this.#token ? { 'x-csrf-token': this.#token } : {}),
      ...(this.#cookies.size > 0 ? { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
    };
  }
}
