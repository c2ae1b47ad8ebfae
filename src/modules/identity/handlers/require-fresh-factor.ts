import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { WallClock } from '#libs/clock';
import { FRESH_FACTOR_MS } from '../domain/session.js';
import { secondFactorNeeded } from '../identity.errors.js';

/** Payments, bank details and the like ask for the second factor anew (reliability G09). */
@Injectable()
export class RequireFreshFactor {
  constructor(private readonly wall: WallClock) {}

  /** @throws DomainError `second_factor_needed` when it was given more than five minutes ago, or never */
  run(actor: Actor): void {
    const age = actor.secondFactorAt ? this.wall.now().getTime() - actor.secondFactorAt.getTime() : Infinity;
    if (age > FRESH_FACTOR_MS) throw secondFactorNeeded();
  }
}
