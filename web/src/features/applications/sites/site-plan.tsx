import type { SiteAskedView } from '../../../api/index.js';
import { useSay, useTexts } from '../../../ui/index.js';
import { siteTexts } from './texts-sites.js';

/** A day or a number is not broken in two. */
const FIGURES = /^[\d¥.,-]+$/;

/** What is planned at the site, question by question. */
export function SitePlan({ planned }: Pick<SiteAskedView, 'planned'>) {
  const t = useTexts(siteTexts);
  const say = useSay();
  return (
    <section aria-labelledby="site-plan">
      <h2 id="site-plan">{t('plan')}</h2>
      <p className="quiet">{t('plan_note')}</p>
      <dl className="site-plan">
        {planned.map(({ title, lines, table }) => (
          <div key={title.zh}>
            <dt>{say(title)}</dt>
            <dd>
              {lines.map((line, at) => (
                <p key={at}>{line}</p>
              ))}
              {table ? <Table table={table} /> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One row reads as names and values, which a phone has room for; several as a table. */
function Table({ table: { head, rows } }: { readonly table: NonNullable<SiteAskedView['planned'][number]['table']> }) {
  const say = useSay();
  const [only] = rows;
  if (only && rows.length === 1) {
    return (
      <ul className="site-pairs">
        {head.map((name, at) =>
          only[at] ? (
            <li key={name.zh}>
              <span className="quiet">{say(name)}</span> <span>{only[at]}</span>
            </li>
          ) : null,
        )}
      </ul>
    );
  }
  return (
    <div className="wide-table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name.zh} scope="col">
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column} className={FIGURES.test(cell) ? 'figures' : undefined}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
