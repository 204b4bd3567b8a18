// Preloaded into API and worker by start.mjs: they end when their starter does, even when it was killed.
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), 10_000).unref(); // should an orderly end not come to pass
  process.kill(process.pid, 'SIGTERM');
});
// Listening must not keep a finished program alive.
process.channel?.unref();
