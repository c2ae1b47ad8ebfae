import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../../api/index.js';
import { Empty, ErrorNote, Money, StatusMark, useMarks, useSay, useTexts } from '../../../ui/index.js';
import '../funds.css';
import { PaymentDay } from '../parts/payment-day.js';
import { accountsQuery, depositsQuery, projectMoneyQuery, toSettleQuery, waitingQuery } from '../queries.js';
import { fundsTexts } from '../texts.js';
import { tasksOf, type Task } from '../tasks.js';

/** What waits for a finance officer, by due date. */
export default function FinanceInbox() {
  const t = useTexts(fundsTexts);
  const session = useSession();
  const waiting = useQuery(waitingQuery);
  const deposits = useQuery(depositsQuery);
  const accounts = useQuery(accountsQuery);
  const toSettle = useQuery(toSettleQuery);
  const projects = toSettle.data?.items ?? [];
  const evaluated = useQueries({ queries: projects.map(({ id }) => projectMoneyQuery(id)) }).flatMap(({ data }, at) => (data ? [{ project: projects[at]!, money: data.money }] : []));
  const broken = [waiting, deposits, accounts, toSettle].find((query) => query.isError);
  if (broken) return <ErrorNote error={broken.error} onRetry={() => void broken.refetch()} />;
  if (!session || !waiting.data || !deposits.data || !accounts.data) return null;
  const roles = session.account.roles.map(({ role }) => role);
  const { tasks, notYet } = tasksOf({ tranches: waiting.data.items, deposits: deposits.data, accounts: accounts.data, evaluated }, roles);
  return (
    <>
      <section className="funds-part" aria-labelledby="finance-inbox">
        <h2 id="finance-inbox">{t('inbox_title')}</h2>
        {tasks.length === 0 ? <Empty small why={t('inbox_none')} what={t('inbox_none_do')} /> : <TaskTable tasks={tasks} label={t('inbox_title')} />}
      </section>
      {notYet.length > 0 ? (
        <section className="funds-part" aria-labelledby="finance-not-yet">
          <h2 id="finance-not-yet">{t('not_yet')}</h2>
          <p className="lead">{t('not_yet_what')}</p>
          <TaskTable tasks={notYet} label={t('not_yet')} missing />
        </section>
      ) : null}
    </>
  );
}

function TaskTable({ tasks, label, missing = false }: { readonly tasks: readonly Task[]; readonly label: string; readonly missing?: boolean }) {
  const t = useTexts(fundsTexts);
  const marks = useMarks();
  const say = useSay();
  return (
    <table className="ledger funds-stacked" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('col_task')}</th>
          <th scope="col">{t('col_whose')}</th>
          <th scope="col" className="right">{t('col_amount')}</th>
          <th scope="col">{missing ? t('col_missing') : t('col_due')}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr key={task.id}>
            <td data-label={t('col_task')} className="task">
              <Link to={task.to} {...(task.tab ? { search: { tab: task.tab } as never } : {})}>{t(task.what)}</Link>
              {task.note ? <span className="sub">{task.note}</span> : null}
            </td>
            <td data-label={t('col_whose')}>
              <span>
                {typeof task.title === 'string' ? task.title : say(task.title)}
                <span className="sub">{typeof task.under === 'string' ? task.under : say(task.under)}</span>
              </span>
            </td>
            <td data-label={t('col_amount')} className="right">{task.amountFen === null ? '—' : <Money fen={task.amountFen} block />}</td>
            <td data-label={missing ? t('col_missing') : t('col_due')}>
              {missing ? <StatusMark tone="waiting" word={task.waitsFor.map(say).join(marks.semicolon)} /> : <PaymentDay day={task.dueOn} since={task.since} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
