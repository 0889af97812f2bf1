// Stands in for @vscode/native-watchdog, a native module that ends the extension host when the server is gone.
const EVERY_MS = 3_000;

exports.start = (parent) => {
  setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(87);
    }
  }, EVERY_MS).unref();
};
