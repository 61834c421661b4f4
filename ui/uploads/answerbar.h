// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uploads/uploadanswers.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace falconer {

// Lies in the row of an upload that waits for a person, failed, or is tried again later: one
// sentence, and a button for each answer.
class AnswerBar final : public QWidget {
    Q_OBJECT

public:
    explicit AnswerBar(QWidget *parent = nullptr);

    void setUpload(const Upload &upload);
    // Of the row in this width, so that nothing is cut: the answers lie beside the sentence where
    // there is room, else below it.
    int heightFor(int width) const;
    void focusAnswer();

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    void answered(qint64 id, falconer::UploadAnswer answer);

private:
    bool offers(const Upload &upload, const QList<UploadAnswer> &answers) const;
    bool isStacked(int width) const;
    QSize answersSize() const;
    void arrange();
    void offer(const Upload &upload, const QList<UploadAnswer> &answers);

    qint64 m_id = 0;
    QLabel *m_sentence;
    QBoxLayout *m_layout;
    QHBoxLayout *m_buttons;
    QList<QPushButton *> m_offered;
};

} // namespace falconer
