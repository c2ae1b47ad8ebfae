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
              {table ? (
                <div className="wide-table" tabIndex={0}>
                  <table>
                    <thead>
                      <tr>
                        {table.head.map((head) => (
                          <th key={head.zh} scope="col">
                            {say(head)}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {table.rows.map((row, at) => (
                        <tr key={at}>
                          {row.map((cell, column) => (
                            <td key={column} className={FIGURES.test(cell) ? 'figures' : undefined}>{cell}</td>
                          ))}
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
