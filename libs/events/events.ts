import { Injectable, SetMetadata, type CustomDecorator, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { newId } from '#libs/database';
import { Effects, Outbox, type JobHandler } from '#libs/jobs';
import type { EventDefinition } from './define-event.js';

export const REACTS = 'events:reacts';

/** Marks a class that hears of an event: `run(data)` is called once, in a transaction of its own. */
export const Reacts = <Data extends object>(event: EventDefinition<Data>): CustomDecorator => SetMetadata(REACTS, event);

export interface Reaction<Data extends object> {
  run(data: Data): Promise<void>;
}

/** Tells news. Nobody hears before the commit, and after it everybody hears. */
@Injectable()
export class Events implements OnApplicationBootstrap {
  private readonly listeners = new Map<string, string[]>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly effects: Effects,
    private readonly outbox: Outbox,
  ) {}

  onApplicationBootstrap(): void {
    for (const { metatype, instance } of this.discovery.getProviders()) {
      if (!metatype || !instance) continue;
      const event = this.reflector.get<EventDefinition<object> | undefined>(REACTS, metatype);
      if (!event) continue;
      const name = `${event.name}>${metatype.name}`;
      this.effects.register({ name, attempts: 8, runs: 'transaction', handler: instance as JobHandler<object> });
      this.listeners.set(event.name, [...(this.listeners.get(event.name) ?? []), name]);
    }
  }

  /** Writes one outbox row for each listener, in the open transaction. */
  async tell<Data extends object>(event: EventDefinition<Data>, data: Data): Promise<void> {
    const key = newId<string>();
    for (const handler of this.listeners.get(event.name) ?? []) {
      this.outbox.add({ handler, queue: 'default', data, key });
    }
  }
}
