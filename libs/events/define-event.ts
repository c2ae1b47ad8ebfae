export interface EventDefinition<Data extends object> {
  readonly name: string;
  /** Only for the compiler: the shape of the data. */
  readonly data?: Data;
}

const defined = new Map<string, EventDefinition<object>>();

/** News that a module tells, in the past tense: `ApplicationSubmitted`. @throws Error when the name is taken */
export function defineEvent<Data extends object>(name: string): EventDefinition<Data> {
  if (defined.has(name)) throw new Error(`There is an event "${name}" already.`);
  const event: EventDefinition<Data> = { name };
  defined.set(name, event);
  return event;
}
