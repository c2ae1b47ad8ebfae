import type { Language } from '#libs/errors';

/** A role somebody holds: at a node of the organiser tree (covering what is below it) or for one subject. */
export interface HeldRole {
  readonly role: string;
  /** Path of the node, such as `js.yz.gl.`; a role here covers every path that starts with it. */
  readonly nodePath?: string;
  /** The one thing the role is about, such as an organisation. */
  readonly subjectId?: string;
}

/** Who is acting in this request. */
export class Actor {
  constructor(
    readonly accountId: string,
    readonly name: string,
    readonly language: Language,
    readonly roles: readonly HeldRole[],
    readonly secondFactorAt?: Date,
  ) {}

  holds(...roles: string[]): boolean {
    return this.roles.some((held) => roles.includes(held.role));
  }

  /** Whether one of the roles covers the node: held at the node itself or above it. */
  holdsAt(nodePath: string, ...roles: string[]): boolean {
    return this.roles.some(
      (held) => roles.includes(held.role) && held.nodePath !== undefined && nodePath.startsWith(held.nodePath),
    );
  }

  /** The subjects for which the actor holds the role. */
  subjects(role: string): string[] {
    return this.roles.flatMap((held) => (held.role === role && held.subjectId ? [held.subjectId] : []));
  }

  holdsFor(subjectId: string, ...roles: string[]): boolean {
    return this.roles.some((held) => roles.includes(held.role) && held.subjectId === subjectId);
  }
}

/** The platform itself, acting on the clock or on news from another module. */
export const SYSTEM = new Actor('00000000-0000-7000-8000-000000000000', '系统', 'zh', []);
