// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/metadata.h"
#include "ui/shared/fieldproblems.h"

#include <QFrame>

#include <optional>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace falconer {

struct Error;
class FormField;

// What is typed of one metadata entry, with the refusal beside its field.
struct MetadataDraft {
    Metadata entry;
    bool isNew = true; // its key may still be chosen

    bool operator==(const MetadataDraft &) const = default;
};

// A small form below a metadata table: key, value, and for software modules whether devices are
// told. It refuses what hawkBit could store but never find again.
class MetadataEditor final : public QFrame {
    Q_OBJECT

public:
    explicit MetadataEditor(MetadataOwner::Kind kind, QWidget *parent = nullptr);

    void edit(const MetadataDraft &draft, const QStringList &takenKeys);
    void focusFirst(); // the first field that can be typed in
    const MetadataDraft draft() const;
    // What is typed, unless something is wrong with it, which is then said.
    std::optional<Metadata> entry();

    void setBusy(bool busy);
    bool isBusy() const { return m_isBusy; }
    // Beside the field that it is about. false: it is about none, or not only about one.
    bool showProblem(const Error &error);

signals:
    void saveRequested();
    void cancelRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString problemOfKey(const QString &key) const;

    QLineEdit *m_key;
    QPlainTextEdit *m_value;
    QCheckBox *m_visible;
    FormField *m_keyField;
    FormField *m_valueField;
    QPushButton *m_cancel;
    QPushButton *m_save;
    FieldMap m_fields;
    QStringList m_takenKeys;
    bool m_isNew = true;
    bool m_isBusy = false;
};

} // namespace falconer
