/** Who is waited for in the demonstration, and by which round: for the list of accounts that programs read. */
export class Waits {
  #notes = [];

  note({ email }, { call, key }, what) {
    this.#notes.push({ email, call: call.number, callId: call.id, round: key, what });
  }

  of(email) {
    return this.#notes.filter((note) => note.email === email).map(({ email: _, ...note }) => note);
  }
}
