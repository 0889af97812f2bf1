// Stands in for @vscode/deviceid, a native module that names this machine in telemetry. There is none.
exports.getDeviceId = async () => '00000000-0000-0000-0000-000000000000';
