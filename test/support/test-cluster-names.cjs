// Known to both the launcher of the throw-away cluster and the suites that clone its template.
exports.TEMPLATE = 'qiongxiang_template';
exports.TEST_PASSWORDS = { ownerPassword: 'owner-of-a-throw-away-cluster', appPassword: 'app-of-a-throw-away-cluster' };
