/** A file whose hidden properties cannot be taken out for certain; nobody is to get it as it is. */
export class Unstrippable extends Error {
  constructor(readonly reason: string) {
    super(`The properties of the file cannot be taken out: ${reason}`);
    this.name = 'Unstrippable';
  }
}
