/**
 * The books of one round, kept in parallel as 政府会计准则 asks of public money: what may be spent (budgetary) beside what was
 * received and paid (cash). Every event posts both sides in one journal.
 */
export const accountsOf = (callId: string) => {
  const at = (name: string) => `round:${callId}:${name}`;
  return {
    prefix: `round:${callId}:`,
    /** Budgetary: the pool as authorised, what is still free of it, what each project is promised, what is used up. */
    authorised: at('authorised'),
    free: at('free'),
    committed: (projectId: string) => at(`committed:${projectId}`),
    used: at('used'),
    /** Cash: where it came from, what lies in the bank, what each project received. */
    source: at('source'),
    bank: at('bank'),
    paid: (projectId: string) => at(`paid:${projectId}`),
  };
};
