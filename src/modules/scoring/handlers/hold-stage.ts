import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { absent, say, type DomainError } from '#libs/errors';
import { noSuchApplication, type ApplicationView } from '#modules/applications';
import { CallsFacade, type CallView, type ScoreBloc, type ScoreStage } from '#modules/calls';
import { noSuchStage } from '../scoring.errors.js';
import { runs, watches } from '../scoring.permissions.js';

type Purpose = 'run' | 'watch';

const sees = (call: CallView, actor: Actor, purpose: Purpose): boolean => (purpose === 'run' ? runs(actor, call) : watches(actor, call));

/** Finds a call and a stage of its scoring for an officer of its place. */
@Injectable()
export class HoldStage {
  constructor(private readonly calls: CallsFacade) {}

  /** @throws DomainError `call_absent`, also for one out of sight */
  async call(callId: string, actor: Actor, purpose: Purpose = 'run'): Promise<CallView> {
    const call = await this.calls.get(callId);
    if (!sees(call, actor, purpose)) throw absent('call_absent', say('没有找到该批次', 'There is no such call'));
    return call;
  }

  /** The call of an application that was named. @throws DomainError `application_absent`, also for one out of sight */
  callOf({ callId }: ApplicationView, actor: Actor, purpose: Purpose = 'run'): Promise<CallView> {
    return this.callBehind(callId, actor, noSuchApplication, purpose);
  }

  /** The call of a thing that was named by its own id. @throws DomainError the thing's own absence where the call is out of sight: no answer tells the two apart */
  async callBehind(callId: string, actor: Actor, noSuchThing: () => DomainError, purpose: Purpose = 'run'): Promise<CallView> {
    const call = await this.calls.get(callId);
    if (!sees(call, actor, purpose)) throw noSuchThing();
    return call;
  }

  /** @throws DomainError `score_stage_absent` */
  stage({ rulebook }: CallView, stageKey: string): ScoreStage {
    const stage = rulebook.scoring.stages.find(({ key }) => key === stageKey);
    if (!stage) throw noSuchStage();
    return stage;
  }

  bloc(call: CallView, stageKey: string, blocKey: string): ScoreBloc {
    const bloc = this.stage(call, stageKey).blocs.find(({ key }) => key === blocKey);
    if (!bloc) throw noSuchStage();
    return bloc;
  }
}

/** Scored while it is presented: the stage of the roadshow. */
export const isLive = ({ rulebook }: CallView, { stage }: ScoreStage): boolean => rulebook.roadshow?.stage === stage;

/** The last stage is sealed with the round. */
export const isLast = ({ rulebook }: CallView, stageKey: string): boolean => rulebook.scoring.stages.at(-1)?.key === stageKey;
