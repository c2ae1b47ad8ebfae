/** Conditions of a statement written out, which may be added like those of TypeORM's builder: `:name` becomes the number of its value. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  andWhere(condition: string, named: Record<string, unknown> = {}): this {
    const numbers = new Map<string, number>();
    // All colons in a row are taken at once, so that the second of a cast (`::text`) begins no name.
    const numbered = condition.replace(/:+\w*/g, (found) => (/^:\w/.test(found) ? `$${numbers.get(found.slice(1)) ?? this.number(found.slice(1), named, numbers)}` : found));
    this.parts.push(`(${numbered})`);
    return this;
  }

  get text(): string {
    return this.parts.length > 0 ? this.parts.join(' and ') : 'true';
  }

  private number(name: string, named: Record<string, unknown>, numbers: Map<string, number>): number {
    const number = this.values.push(named[name]);
    numbers.set(name, number);
    return number;
  }
}
