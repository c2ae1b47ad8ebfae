import { Navigate, useParams } from '@tanstack/react-router';

/** Letters point here; the objections of a round are a tab of its page. */
export default function ToObjectionsPage() {
  const { id = '' } = useParams({ strict: false });
  return <Navigate to={`/desk/calls/${id}/awards`} search={{ tab: 'objections' } as never} replace />;
}
