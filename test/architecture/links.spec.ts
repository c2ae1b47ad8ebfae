import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const read = (folder: string, wanted: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((path) => wanted.test(path)).map((path) => readFileSync(join(root, folder, path), 'utf8'));

/** The addresses that a feature brings, by door: `/desk/projects/$id`. */
function addressesIn(feature: string): string[] {
  const doors = feature.split(/^ {2}(?=(?:public|judge|desk|nav|front|home|judgeHome|search|programmes|inbox|projectTabs|\w+): )/m);
  return doors.flatMap((door) => {
    const name = /^(public|judge|desk):/.exec(door)?.[1];
    const prefix = name === 'public' ? '' : `/${name}`;
    return name ? [...door.matchAll(/path: '([^']+)'/g)].map(([, path]) => `${prefix}/${path}`) : [];
  });
}

/** Where letters and the inbox send people: `/desk/projects/${projectId}?tab=contract`. */
const linksIn = (source: string): string[] => [...source.matchAll(/\blink: ?['`](\/[^'`]*)['`]/g)].map(([, link]) => link!);

const shape = (address: string): string => address.replace(/[?#].*$/, '').replace(/\$\{[^}]*\}|\$\w+/g, '*').replace(/(.)\/$/, '$1');

const HOMES = ['/', '/desk', '/judge', '/sign-in'];

function dead(links: readonly string[], addresses: readonly string[]): string[] {
  const known = new Set([...HOMES, ...addresses].map(shape));
  return links.filter((link) => !known.has(shape(link)));
}

describe('the links of letters', () => {
  const addresses = read('web/src/features', /^[^\\/]+[\\/]feature\.ts$/).flatMap(addressesIn);
  const links = read('src/modules', /^(?!.*\.(spec|fixture)\.ts$).*\.ts$/).flatMap(linksIn);

  it('lead to pages that there are', () => {
    expect(links.length).toBeGreaterThan(15);
    expect(addresses.length).toBeGreaterThan(30);
    expect(dead(links, addresses)).toEqual([]);
  });

  it('would be told of one that leads nowhere', () => {
    const feature = "  public: [\n    { path: 'notices/$callId' },\n  ],\n  desk: [{ path: 'projects/$id' }],\n";
    expect(dead(['/notices/${callId}', '/desk/projects/${id}?tab=money', '/projects/${id}'], addressesIn(feature))).toEqual(['/projects/${id}']);
  });
});
