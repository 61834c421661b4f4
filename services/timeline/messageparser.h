// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace falconer {

enum class MessageKind {
    Empty,         // null or blank
    Server,        // the server's own line
    StatusCode,    // "Device reported status code: N": the entry has it already
    StepBegin,     // or, with another number, the progress of an open step
    StepDone,      //
    StepFailed,    //
    Percent,       // a number alone
    InstallBegin,  // RAUC's operation "installing"
    InstallIdle,   // and "idle", which may be missing
    InstallDone,   // swupdate: all of it is on the device, which now waits for a restart
    DownloadDone,  // "Download complete. 1.50 MB/s", "File checksum OK."
    LastError,     // text: what follows
    ErrorLine,     // swupdate: "ERROR : text"; most of them are the cause of a failure
    HarmlessError, // an ERROR line that every good run has, or one that only repeats the failure
    InstallError,  // older RAUC client: "Installation error: text"
    Log,           // a line of a log batch, "[function] : text"
    Plain,         // anything else
    Progress,      // of an own pattern: a number of an open step, of the innermost one without name
    Remark,        // of an own pattern: never a step
};

// One message, understood. text is readable, without escape sequences, padding and prefix; of a
// step it is its name.
struct Message {
    MessageKind kind = MessageKind::Plain;
    QString text;
    std::optional<double> percent; // 0 to 100
    QString failure;               // what followed "failed:"
    QString words;                 // all of it, readable
    bool isOwn = false;            // understood by an own pattern

    bool operator==(const Message &) const = default;
};

// Reads the message of any client. Forms and their origin: tests/data/devices/README.md, 1 to 5.
Message parseMessage(const QString &message);

// Joins what the server cut: a message longer than 512 characters arrives in pieces.
QStringList joinPieces(const QStringList &messages);

// A message for people: no escape sequences or control characters but line breaks and tabs.
QString readableMessage(const QString &message);

} // namespace falconer
