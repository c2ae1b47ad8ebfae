import { Injectable } from '@nestjs/common';
import type { Actor, Verdict } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import { IdentityFacade } from '#modules/identity';
import { noSuchCall } from '../calls.errors.js';
import { mayChange, reads } from '../calls.permissions.js';
import type { Call } from '../domain/call.js';
import type { Extension } from '../domain/extension/extension.js';
import { alreadyProposed, mayBeExtended } from '../domain/extension/extension-lifecycle.js';
import { CallStore } from '../store/call.store.js';
import { ExtensionStore } from '../store/extension.store.js';
import { ExtensionsView, ExtensionView } from './extension.view.js';
import { PossibleView } from './possible.view.js';

/** Every extension of a call, and what this officer may do. @throws DomainError `call_absent` */
@Injectable()
export class ReadExtensions {
  constructor(
    private readonly calls: CallStore,
    private readonly extensions: ExtensionStore,
    private readonly identity: IdentityFacade,
    private readonly time: DatabaseTime,
  ) {}

  async run(callId: string, actor: Actor): Promise<ExtensionsView> {
    const call = await this.calls.find(callId);
    if (!call || !reads(actor, call)) throw noSuchCall();
    const [items, now] = await Promise.all([this.extensions.ofCall(call.id), this.time.now()]);
    const names = await this.identity.names(items.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]));
    const may = mayChange(actor, call);
    return { proposing: PossibleView.of(verdict(call, items, { may, now })), items: items.map((item) => ExtensionView.of(item, { actor, now, call, may }, names)) };
  }
}

function verdict(call: Call, items: readonly Extension[], { may, now }: { may: Verdict; now: Date }): Verdict {
  return [may, mayBeExtended(call, now), alreadyProposed(items)].find(({ allowed }) => !allowed) ?? { allowed: true };
}
