import { useQuery } from '@tanstack/react-query';
import type { ContractTaskView } from '../../../api/index.js';
import { DueDay, ErrorNote, TaskRows, useSay, useTexts } from '../../../ui/index.js';
import { tasksQuery } from '../queries.js';
import { texts } from '../texts.js';

/** Contracts that wait for the reader: to be drawn up, or to be accepted. */
export default function ContractTasks() {
  const t = useTexts(texts);
  const say = useSay();
  const tasks = useQuery(tasksQuery);
  if (tasks.isError && !tasks.data) return <ErrorNote error={tasks.error} onRetry={() => void tasks.refetch()} />;
  if (!tasks.data || tasks.data.length === 0) return null;
  const rows = tasks.data.map((task, index) => ({
    id: `${task.projectId} ${index}`, what: t(`task_${task.task}`, { project: task.projectName }), to: `/desk/projects/${task.projectId}`, search: { tab: 'contract' },
    about: [task.organisationName, task.party ? say(task.party) : (task.reason ?? task.projectNumber)].join(' · '), ...byOf(task),
  }));
  return <TaskRows title={t('tasks')} rows={rows} />;
}

const byOf = ({ dueOn }: ContractTaskView) => (dueOn ? { by: <DueDay day={dueOn} /> } : {});
