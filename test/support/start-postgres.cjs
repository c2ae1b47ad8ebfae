// Jest's globalSetup of the integration project: the address of the cluster travels to the workers in the environment.
module.exports = async () => {
  const { startTestCluster } = await import('./test-cluster.mjs');
  const cluster = await startTestCluster();
  process.env.TEST_POSTGRES_URL = cluster.superuserUrl;
  globalThis.testCluster = cluster;
};
