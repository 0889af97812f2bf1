/** The layers of ARCHITECTURE.md over whole chains of imports, and no cycles anywhere. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(server|client)/', pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(server|client)/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    only('core-imports-nothing', '^server/src/core/', []),
    only('service-imports-core', '^server/src/service/', ['^server/src/core/']),
    only('lsp-imports-service', '^server/src/lsp/', ['^server/src/service/', '^server/src/core/']),
    only('cli-imports-service', '^server/src/cli/', ['^server/src/service/', '^server/src/core/']),
    only('client-imports-protocol', '^client/src/', ['^server/src/lsp/protocol\\.ts$']),
    only('protocol-imports-nothing', '^server/src/lsp/protocol[./]', []),
    {
      name: 'core-has-no-machine',
      severity: 'error',
      from: { path: '^server/src/(core|service)/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
