/** Conditions of a statement written out, which may be added like those of TypeORM's builder: `:name` becomes the number of its value. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  andWhere(condition: string, named: Record<string, unknown> = {}): this {
    const numbers = new Map<string, number>();
    this.parts.push(`(${condition.replace(/(?<!:):(\w+)/g, (_, name: string) => `$${numbers.get(name) ?? this.number(name, named, numbers)}`)})`);
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
