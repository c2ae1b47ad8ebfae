import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Actor } from './actor.js';
import { AccessGuard, Public, Requires } from './guard.js';
import { hasRole, signedIn } from './policy.js';

class Routes {
  @Requires(hasRole('officer')) officers() {}
  @Requires(signedIn) everybodySignedIn() {}
  @Public('a notice is for everybody') open() {}
  undeclared() {}
}

const officer = new Actor('1', '官员', 'zh', [{ role: 'officer', nodePath: 'js.' }]);
const applicant = new Actor('2', '申请人', 'zh', [{ role: 'applicant', subjectId: 'x' }]);

/** The code of the refusal, or true. */
function enter(route: keyof Routes, actor?: Actor): unknown {
  const context = { getHandler: () => Routes.prototype[route], switchToHttp: () => ({ getRequest: () => ({ actor }) }) } as unknown as ExecutionContext;
  try {
    return new AccessGuard(new Reflector()).canActivate(context);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('the guard', () => {
  it('opens a route to whom it names', () => {
    expect(enter('officers', officer)).toBe(true);
    expect(enter('everybodySignedIn', applicant)).toBe(true);
    expect(enter('open')).toBe(true);
  });

  it('refuses everybody else, with the reason', () => {
    expect(enter('officers', applicant)).toBe('role_missing');
    expect(enter('officers')).toBe('sign_in_needed');
    expect(enter('everybodySignedIn')).toBe('sign_in_needed');
  });

  it('stays shut on a route that says nothing', () => {
    expect(enter('undeclared', officer)).toBe('route_undeclared');
    expect(enter('undeclared')).toBe('route_undeclared');
  });
});
