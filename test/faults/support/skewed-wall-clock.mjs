/** Loaded first into a server: its machine's clock is wrong by `SKEW_MS` milliseconds. */
const skew = Number(process.env.SKEW_MS);
const True = Date;

globalThis.Date = class extends True {
  constructor(...parts) {
    super(...(parts.length > 0 ? parts : [True.now() + skew]));
  }

  static now() {
    return True.now() + skew;
  }
};
