/** What the work rests on was changed after it had been read: nothing of it is kept, and it may be done anew (`Transaction.repeated`). */
export class Overtaken extends Error {
  constructor() {
    super('What was read has been changed meanwhile');
  }
}
