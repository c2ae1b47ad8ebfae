import { Actor } from '#libs/access';
import { ROLE_NAMES } from '#modules/identity';
import { bootApp, type TestApp } from '../../support/app.js';
import { servedRoutes, type ServedRoute } from '../../support/served-routes.js';

const nameOf = ({ method, path }: ServedRoute): string => `${method} ${path}`;
const actorWith = (role: string): Actor => new Actor('00000000-0000-7000-8000-000000000001', 'somebody', 'zh', [role === 'applicant' ? { role, subjectId: 'one' } : { role, nodePath: 'js.' }]);

describe('who may use which route', () => {
  let app: TestApp;
  const routes = () => servedRoutes(app).map((route) => ({ ...route, name: nameOf(route) }));
  beforeAll(async () => {
    app = await bootApp();
  });
  afterAll(() => app?.close());

  it('is said by every route', () => {
    const silent = routes().filter(({ policy, open }) => (policy === undefined) === (open === undefined)).map(({ name }) => name);
    expect(silent).toEqual([]);
  });

  it('is the table that was agreed', () => {
    const table = routes().map(({ name, policy, open }) =>
      `${name.padEnd(72)} ${open === undefined ? ROLE_NAMES.filter((role) => policy!.judge(actorWith(role)).allowed).join(' ') : `everybody: ${open}`}`);
    expect(table.join('\n')).toMatchSnapshot();
  });

  it('lets an auditor write nothing that belongs to others', () => {
    const own = /^(POST|PUT|PATCH|DELETE) \/(session|second-factor|inbox|account|application-views|own|documents|uploads|organisations$|language|password|invitations)/;
    const writable = routes().filter(({ name, policy }) => !name.startsWith('GET ') && policy?.judge(actorWith('auditor')).allowed && !own.test(name)).map(({ name }) => name);
    // What she found when she reviewed an emergency access is her own word, and changes nothing of it.
    expect(writable).toEqual(['POST /emergency-accesses/:id/review', 'POST /rulebooks/examination']);
  });
});
