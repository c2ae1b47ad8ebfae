// The whole law about imports: which module may use which other, and only through its index.ts.
module.exports = {
  identity: [],
  documents: ['identity'],
  notifications: ['identity'],
  organisations: ['identity', 'documents'],
  calls: ['identity', 'documents'],
  applications: ['identity', 'documents', 'organisations', 'calls'],
  scoring: ['identity', 'documents', 'organisations', 'calls', 'applications'],
  roadshows: ['identity', 'calls', 'applications', 'scoring'],
  awards: ['identity', 'documents', 'calls', 'applications'],
  projects: ['identity', 'documents', 'organisations', 'calls', 'applications', 'awards'],
  contracts: ['identity', 'documents', 'calls', 'projects'],
  milestones: ['identity', 'documents', 'calls', 'projects'],
  funds: ['identity', 'documents', 'organisations', 'calls', 'projects', 'contracts', 'milestones'],
  incubator: ['identity', 'documents', 'organisations', 'projects'],
  outreach: ['identity', 'documents', 'organisations', 'projects', 'incubator'],
  reporting: ['*'],
};
