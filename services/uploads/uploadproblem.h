// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/upload.h"

namespace falconer {

// How one try of an upload ended.
struct UploadOutcome {
    enum class Kind {
        Done,
        Asks,      // a person decides: problem
        Fails,     // problem, error
        Retries,   // by itself, later: error
        SignedOut, // waits until somebody signs in: error
        Distrusts, // waits until somebody trusts error.certificate
    };

    Kind kind = Kind::Done;
    UploadProblem problem = UploadProblem::None;
    std::optional<Error> error;
    qint64 limitBytes = 0; // TooLarge, 0: not said
    qint64 artifactId = 0; // Done, or NameTaken: the one of that name
    bool wasThere = false; // Done
};

UploadOutcome asks(UploadProblem problem);
UploadOutcome fails(UploadProblem problem, const Error &error);
UploadOutcome lacks(const QString &right); // see permissions.h

// 409: the server has the name. It may compare names without regard to case.
bool isNameRefusal(const Error &error);
// Asks. artifactId: of the one that has the name, 0: nobody knows.
UploadOutcome nameIsTaken(qint64 artifactId, const std::optional<Error> &refusal = {});

// 400: names that look like HTML, or are too long.
bool isFilenameRefusal(const Error &error);

// Nobody knows what became of a file that the server has got: its answer was not waited for to the
// end, here or by a proxy.
bool isUnanswered(const Error &error);

// The server could not be reached, or not any more.
bool isOfConnection(const Error &error);

// 507, or 500 and it could not store the file: it has no room, as far as anybody can tell.
bool isServerFull(const Error &error);

// What an Error of a request for an upload means for it.
UploadOutcome outcomeOf(const Error &error);

// In a row, of an upload whose file was on its way.
struct UploadBreaks {
    int all = 0;
    int serverFull = 0; // of these, see isServerFull()
};
// The same for one that broke so many times: it is not sent for ever.
UploadOutcome afterBreaks(const UploadOutcome &outcome, const UploadBreaks &breaks);

// "... 1 more Artifact entities to SoftwareModule '2'. The maximum is 2.": how many files a
// software module takes; 0: not said.
qint64 artifactLimitIn(const Error &error);
// 429 (403): the storage of the server has no room for the file.
bool isStorageRefusal(const Error &error);
// "Storage quota exceeded, 68 KB left.": "68 KB"; empty: not said.
QString storageLeftIn(const Error &error);
// From how many bytes on a file has no room either, behind the refusal of one of size bytes. What
// the server says to be left has few digits: a file that may just fit is not among them.
qint64 storageRefusedFrom(const Error &error, qint64 size);

// "Maximum artifact size (97 KB) exceeded.", "... maximum permitted size of 1048576 bytes.": the
// bytes, rounded up to the unit that the server names; 0: none named.
qint64 limitIn(const QString &message);

} // namespace falconer
