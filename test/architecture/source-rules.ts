/** A rule about what stands in a file, beside those about who imports whom. */
export interface SourceRule {
  readonly name: string;
  readonly why: string;
  /** The files it is about, by their path from the root. */
  readonly files: RegExp;
  readonly except?: RegExp;
  /** The breaches in one file, in words. */
  readonly find: (text: string, path: string) => string[];
  /** A file with one breach, for the rule's own test. */
  readonly breach: { readonly path: string; readonly text: string };
}

const SPEC = /\.(spec|int-spec|fixture)\.ts$/;
const lines = (pattern: RegExp) => (text: string): string[] => text.split('\n').filter((line) => pattern.test(line)).map((line) => line.trim().slice(0, 120));

export const sourceRules: readonly SourceRule[] = [
  {
    name: 'environment-in-config',
    why: 'The environment is read once, by libs/config; a door hands it over, and the command line needs no more than an address to migrate.',
    files: /^(src|libs)\//, except: /^(libs\/config\/|src\/(main\.\w+|found|refuse-to-start)\.ts$)|\.(spec|int-spec)\.ts$/,
    find: lines(/process\.env/),
    breach: { path: 'src/modules/calls/handlers/x.ts', text: "const url = process.env['DATABASE_URL'];" },
  },
  {
    name: 'sheets-in-one-place',
    why: 'Every sheet and every CSV is written by libs/spreadsheets, where text that a spreadsheet would calculate is made harmless.',
    files: /^(src|libs)\//, except: /^libs\/spreadsheets\/|\.(spec|int-spec)\.ts$/,
    find: lines(/(?:from |import\()'exceljs'|\.join\(['"`],['"`]\)[^;]*\\r?\\n/),
    breach: { path: 'src/modules/funds/handlers/x.ts', text: "const csv = rows.map((row) => row.join(',') + '\\r\\n');" },
  },
  {
    name: 'no-object-relations',
    why: 'Modules know each other’s rows by id; a join is written in SQL, in a store.',
    files: /^(src|libs)\//,
    find: lines(/@(ManyToOne|OneToMany|OneToOne|ManyToMany|JoinColumn|JoinTable|RelationId)\b/),
    breach: { path: 'src/modules/awards/domain/award.ts', text: '@ManyToOne(() => Call) call: Call;' },
  },
  {
    name: 'no-forward-reference',
    why: 'A cycle is mended, not deferred.',
    files: /^(src|libs|test)\//, except: /^test\/architecture\//,
    find: lines(/\bforwardRef\s*\(/),
    breach: { path: 'src/modules/awards/awards.module.ts', text: 'imports: [forwardRef(() => CallsModule)],' },
  },
  {
    name: 'no-late-import',
    why: 'An import at run time dodges the module table; a package, or a file of the same folder, that is loaded when it is first needed does not.',
    files: /^(src\/modules|libs)\//, except: SPEC,
    find: lines(/(?<!typeof )\bimport\((?!'(?:[a-z@]|\.\/))/),
    breach: { path: 'src/modules/awards/handlers/x.ts', text: "const { CallsFacade } = await import('#modules/calls');" },
  },
  {
    name: 'global-only-in-libs',
    why: 'What a module needs it says.',
    files: /^src\//,
    find: lines(/@Global\(\)/),
    breach: { path: 'src/modules/awards/awards.module.ts', text: '@Global()' },
  },
  {
    name: 'no-http-below-http',
    why: 'A refusal is a DomainError with words in both languages; only the edge knows status codes.',
    files: /^src\/modules\/[^/]+\/(?!http\/)/, except: SPEC,
    find: lines(/\b(\w*HttpException|BadRequestException|NotFoundException|ForbiddenException|UnauthorizedException|ConflictException)\b/),
    breach: { path: 'src/modules/awards/handlers/x.ts', text: 'throw new NotFoundException();' },
  },
  {
    name: 'one-way-to-a-transaction',
    why: 'Transaction.run opens every transaction; the relay of the outbox has none of a handler to join.',
    files: /^(src|libs)\//, except: /^(libs\/database\/transaction|libs\/jobs\/relay|.*\.(spec|int-spec|fixture))\.ts$/,
    find: lines(/\.(transaction|startTransaction|createQueryRunner)\(/),
    breach: { path: 'src/modules/awards/store/x.ts', text: 'await this.dataSource.transaction(async () => undefined);' },
  },
  {
    name: 'no-synchronize',
    why: 'The schema is what the migrations say, in tests too.',
    files: /^(src|libs|test)\//, except: /^test\/architecture\//,
    find: lines(/\bsynchronize\s*(:|\()/),
    breach: { path: 'src/app.module.ts', text: 'synchronize: true,' },
  },
  {
    name: 'migrations-stand-alone',
    why: 'A migration means the same for ever; what it imported would change under it.',
    files: /^src\/database\/migrations\//,
    find: lines(/from '(?!typeorm')/),
    breach: { path: 'src/database/migrations/1-x.ts', text: "import { CALL_STATUSES } from '#modules/calls';" },
  },
  {
    name: 'named-by-what-it-does',
    why: 'A verb or a noun of the field; a service, a manager or a helper has no end.',
    files: /^(src|libs)\//,
    find: lines(/\b(class|interface) (\w*(Service|Manager|Helper|Util|Utils|Impl|Entity|Dto)\b|I[A-Z]\w+)/),
    breach: { path: 'src/modules/awards/handlers/x.ts', text: 'export class AwardService {' },
  },
  {
    name: 'route-says-who',
    why: 'A route without a permission answers 403 to everybody; it is to say @Requires or @Public.',
    files: /\.controller\.ts$/,
    find: silentRoutes,
    breach: { path: 'src/modules/awards/http/x.controller.ts', text: "class X {\n  @Get('awards')\n  list() { return []; }\n\n  @Public('for everybody')\n  @Get('notices')\n  notices() { return []; }\n}" },
  },
  {
    name: 'job-has-its-handler',
    why: 'A job that nobody handles stops the boot; the handler stands beside its job.',
    files: /^src\/modules\/.*\.ts$/, except: SPEC,
    find: (text) => [...text.matchAll(/const (\w+) = defineJob/g)].map(([, name]) => name!).filter((name) => !text.includes(`@Handles(${name})`)),
    breach: { path: 'src/modules/awards/jobs/x.job.ts', text: "export const printJob = defineJob('awards.print');" },
  },
];

/** Methods of a controller that are routes and carry neither @Requires nor @Public: decorators stand in a block without an empty line. */
function silentRoutes(text: string): string[] {
  return text.split(/\n\s*\n|\}\s*\n/).filter((block) => /@(Get|Post|Put|Patch|Delete|Head|All|Sse)\(/.test(block) && !/@(Requires|Public)\(/.test(block))
    .map((block) => /@(Get|Post|Put|Patch|Delete|Head|All|Sse)\([^)]*\)/.exec(block)![0]);
}
